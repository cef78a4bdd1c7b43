import { locale, page } from './page.js';
import { readable } from './said-values.js';

let texts = {};
const plurals = new Intl.PluralRules(page.language);
const numbers = new Intl.NumberFormat(locale);

const TRY_AGAIN_MS = 2000;
const PATIENCE_MS = 10_000;

/** Goes on until it has them; meanwhile the page shows what the server wrote into its frame. */
export async function loadTexts() {
  for (;;) {
    try {
      const answer = await fetch(page.textsAddress, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.ok) {
        texts = await answer.json();
        return;
      }
    } catch {
      // Away for the moment.
    }
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

/**
 * A text of the page's language, by its place in the file of texts: `overview.nextCycle`. What stands in braces is replaced by the
 * value of that name. A text that is an object has a form for each plural category, chosen by the value `count`.
 */
export function t(key, values = {}) {
  const found = find(key);
  if (found === undefined) {
    console.error(`There is no text "${key}" in ${page.language}.`);
    return key;
  }
  return fill(found, values);
}

/** The text, or null where there is none: for codes that an application's own parts may bring along. */
export function tryText(key, values = {}) {
  const found = find(key);
  return found === undefined ? null : fill(found, values);
}

/** What the server said with a code (`{code, text, values}`), in the page's language if that is known there. */
export function phrase(group, said) {
  return said && (tryText(`${group}.${said.code}`, readable(said.values)) ?? said.text);
}

/** What was refused and why (`{expected, message}`): what is expected there, in the page's language, or else what the server said. */
export const refusal = ({ expected, message }) => (expected ? t('common.expected', { expected: phrase('expected', expected) }) : message);

/** Why something became of a mail: an email of the API, or a preview's decision. */
export function reasonText(email) {
  const values = { ...readable(email.reason_values), route: email.route ? tryText(`overview.route.${email.route}`) ?? email.route : '' };
  const exact = Object.keys(email.reason_values ?? {}).length > 0 ? tryText(`reasonDetail.${email.reason}`, values) : null;
  if (exact !== null) {
    return exact;
  }
  const reason = tryText(`reason.${email.reason}`, values);
  if (reason === null) {
    return email.reason_text; // with the particulars
  }
  return email.detail ? `${reason} (${email.detail})` : reason;
}

export const number = (value) => numbers.format(value);

function find(key) {
  let found = texts;
  for (const part of key.split('.')) {
    found = typeof found === 'object' && Object.hasOwn(found, part) ? found[part] : undefined; // a detector may be called "constructor"
  }
  return typeof found === 'string' || typeof found?.other === 'string' ? found : undefined;
}

function fill(text, values) {
  const form = typeof text === 'string' ? text : text[plurals.select(Number(values.count))] ?? text.other;
  return form.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    return value === undefined || value === null ? place : typeof value === 'number' ? numbers.format(value) : value;
  });
}
