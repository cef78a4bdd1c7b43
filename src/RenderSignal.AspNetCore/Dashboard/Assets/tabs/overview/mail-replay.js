import { LONG_MS, post } from '../../lib/api.js';
import { html, useEffect, useRef, useState } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { sends } from './mail-texts.js';

/** Sends a mail (again), after saying what that means. */
export function MailReplay({ email, onChange }) {
  const [step, setStep] = useState('idle'); // asked, running
  const [outcome, setOutcome] = useState(null);
  const confirming = useRef();
  const starting = useRef();
  const again = email.status === 'sent';

  // The button that was pressed gives way to others, and comes back: the focus goes along.
  const isFirst = useRef(true);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body || document.activeElement.matches('dialog');
    if (!isFirst.current && step !== 'running' && isLost) {
      (step === 'asked' ? confirming : starting).current.focus();
    }
    isFirst.current = false;
  }, [step]);

  function ask() {
    setOutcome(null);
    setStep('asked');
  }

  async function send() {
    setStep('running');
    try {
      const answer = await post(`/api/emails/${encodeURIComponent(email.id)}/replay`, {}, { patienceMs: LONG_MS });
      onChange(answer.email);
      setOutcome({ kind: 'success', text: t('overview.replay.sent') });
    } catch (error) {
      if (error.body.email) {
        onChange(error.body.email);
      }
      setOutcome(explain(error));
    }
    setStep('idle');
  }

  return html`
    <section class="replay" aria-label=${t(again ? 'overview.replay.again' : 'overview.replay.now')}>
      ${step === 'idle'
        ? html`<button type="button" ref=${starting} disabled=${!email.can_replay} onClick=${ask}>${t(again ? 'overview.replay.again' : 'overview.replay.now')}</button>`
        : html`
          <div class="confirm">
            <p id="replay-explained">${t(again ? 'overview.replay.explainAgain' : 'overview.replay.explainNow')} ${t('overview.replay.sameId')}</p>
            <div class="buttons">
              <button type="button" ref=${confirming} aria-describedby="replay-explained" aria-busy=${step === 'running' ? 'true' : undefined}
                onClick=${() => step === 'asked' && send()}>${t('overview.replay.confirm')}</button>
              <button type="button" class="secondary outline" disabled=${step === 'running'} onClick=${() => setStep('idle')}>${t('overview.replay.cancel')}</button>
            </div>
          </div>`}
      ${!email.can_replay && html`<p class="muted">${t('overview.replay.impossible')}</p>`}
      <div role="status">${outcome && html`<${Notice} kind=${outcome.kind}>${outcome.text} ${outcome.said && html`<bdi class="said">${outcome.said}</bdi>`}<//>`}</div>
    </section>`;
}

/** What the receiver or the mailbox said is told as it is. */
function explain({ status, message, isConnection, body }) {
  const known = { 404: 'unknown', 409: 'heldBack', 410: 'gone', 502: 'refused', 503: 'unavailable' }[status];
  if (isConnection || !known) {
    return { kind: 'error', text: t('overview.replay.failed'), said: message };
  }
  const last = status === 502 && body.email ? sends(body.email).at(-1)?.error : null;
  return { kind: status === 503 ? 'warning' : 'error', text: t(`overview.replay.${known}`), said: last ?? message };
}
