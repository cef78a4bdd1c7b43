import { get } from '../../lib/api.js';
import { onRecovery } from '../../lib/connection.js';
import { onEvent } from '../../lib/events.js';
import { useEffect, useRef, useState } from '../../lib/preact.js';
import { matches } from './filter.js';

const PAGE = 50;
const LARGEST_PAGE = 200;

// A page that is open for weeks keeps no more than that: beyond it the list begins anew.
const MOST = 1000;

const empty = { path: null, emails: [], next: null, news: {}, newest: null, error: null };

/** The mails that the filter lets through, the newest decision first, kept up to date by events. */
export function useMails(filter) {
  const path = pathFor(filter);
  const [state, setState] = useState(empty);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const latest = useRef(state);
  latest.current = state;
  const reload = useRef();

  useEffect(() => {
    const ending = new AbortController();
    let pending = null; // what arrived since the page was asked for that is on its way
    let hasFailed = false;

    function load() {
      const arrived = [];
      pending = arrived;
      const limit = Math.min(LARGEST_PAGE, Math.max(PAGE, latest.current.path === path ? latest.current.emails.length : 0));
      get(`${path}&limit=${limit}`, { signal: ending.signal }).then(
        (page) => end(arrived, (current) => {
          const emails = arrived.reduce((list, email) => withMail(list, email, filter, page.next === null), page.emails);
          return { path, emails, next: page.next, news: newsOf(emails, current.news), error: null };
        }),
        (error) => error.name !== 'AbortError' && end(arrived, () => ({ error })),
      );
    }

    // Of two pages that were asked for the later one counts.
    function end(arrived, change) {
      if (pending === arrived) {
        pending = null;
        setState((current) => {
          const changed = change(current);
          hasFailed = changed.error !== null;
          return { ...current, ...changed };
        });
      }
    }

    function take({ email }) {
      pending?.push(email);
      if (latest.current.path !== path) {
        return;
      }
      setState((current) => {
        const emails = withMail(current.emails, email, filter, current.next === null);
        const isNews = emails.includes(email);
        return {
          ...current,
          emails,
          news: isNews ? { ...current.news, [email.id]: (current.news[email.id] ?? 0) + 1 } : current.news,
          newest: isNews ? email : current.newest,
        };
      });
      if (latest.current.emails.length > MOST && pending === null) {
        load();
      }
    }

    setState((current) => ({ ...current, error: null }));
    load();
    reload.current = load;
    const endings = [onEvent('decision', take), onEvent('delivery', take), onEvent('reset', load), onRecovery(() => hasFailed && load())];
    return () => {
      ending.abort();
      endings.forEach((stop) => stop());
    };
  }, [path]);

  async function loadMore() {
    setLoadingMore(true);
    try {
      const page = await get(`${path}&limit=${PAGE}&before=${encodeURIComponent(state.next)}`);
      setState((current) => {
        const known = new Set(current.emails.map(({ id }) => id));
        return current.path === path ? { ...current, emails: [...current.emails, ...page.emails.filter(({ id }) => !known.has(id))], next: page.next, error: null } : current;
      });
    } catch (error) {
      setState((current) => ({ ...current, error }));
    } finally {
      setLoadingMore(false);
    }
  }

  return { ...state, isLoading: state.path !== path && state.error === null, isLoadingMore, loadMore, reload: () => reload.current() };
}

function pathFor({ statuses, text }) {
  const query = new URLSearchParams();
  if (statuses.length > 0) {
    query.set('decision', statuses.join(','));
  }
  if (text) {
    query.set('q', text);
  }
  return `/api/emails?${query}`;
}

/** How often news came, of the mails that are listed. */
const newsOf = (emails, news) => Object.fromEntries(emails.filter(({ id }) => id in news).map(({ id }) => [id, news[id]]));

/**
 * Each mail stands once, in the order of decisions; what an event tells later than the list knows is passed over, and so is a mail older
 * than all of a list that has not come to its end (`isWhole`).
 */
function withMail(emails, email, filter, isWhole) {
  const known = emails.find(({ id }) => id === email.id);
  if (known && Date.parse(known.decided_at) > Date.parse(email.decided_at)) {
    return emails;
  }
  const others = known ? emails.filter((other) => other !== known) : emails;
  if (!matches(filter, email)) {
    return others;
  }
  const at = others.findIndex((other) => Date.parse(other.decided_at) <= Date.parse(email.decided_at));
  if (at < 0) {
    return isWhole ? [...others, email] : others;
  }
  return [...others.slice(0, at), email, ...others.slice(at)];
}
