import { html, useId } from '../lib/preact.js';
import { phrase, reasonText, t, tryText } from '../lib/texts.js';
import { CopyButton } from './copy-button.js';

/**
 * What would become of a mail.
 * @param {object} preview An answer of `POST /api/preview` or `GET /api/emails/{id}/preview`.
 */
export function Preview({ preview }) {
  const { decision, delivery, steps, would_send: wouldSend } = preview;
  return html`
    <div class="preview">
      <p class="verdict" data-status=${decision.status_if_applied}>
        <strong>${t(`preview.action.${decision.action}`)}</strong> ${!wouldSend && html`<span>${sentence(reasonText(decision))}</span>`}
      </p>
      <${Facts} preview=${preview} />
      <h3>${t('preview.steps')}</h3>
      <ol class="steps">${steps.map((step) => html`<${Step} step=${step} decision=${decision} />`)}</ol>
      ${delivery && html`<${Delivery} delivery=${delivery} wouldSend=${wouldSend} />`}
    </div>`;
}

function Facts({ preview: { detector, delivery_time: deliveryTime, links, subject_group: group } }) {
  return html`
    <dl class="facts">
      <div><dt>${t('preview.detector')}</dt><dd>${detector ? (tryText(`preview.detectors.${detector}`) ?? detector) : t('preview.noDetector')}</dd></div>
      ${deliveryTime && html`<div><dt>${t('preview.deliveryTime')}</dt><dd>${deliveryTime}</dd></div>`}
      <div><dt>${t('preview.group')}</dt><dd><code>${group}</code></dd></div>
      <div>
        <dt>${t('preview.links')}</dt>
        <dd>${links.length === 0 ? t('preview.noLinks') : html`<ul>${links.map((link) => html`<${Link} link=${link} />`)}</ul>`}</dd>
      </div>
    </dl>`;
}

// A mail's own text: shown, never made into something to click on.
function Link({ link }) {
  return html`<li><span class="provider">${tryText(`preview.providers.${link.provider}`) ?? link.provider}</span> <code>${link.raw_url}</code></li>`;
}

function Step({ step, decision }) {
  const finding = step.decides && decision.action !== 'send' ? reasonText(decision) : phrase('finding', step.finding_phrase) ?? step.finding;
  const outcome = step.decides ? 'decided' : 'passed';
  return html`
    <li class=${outcome} data-rule=${step.rule} data-status=${step.decides ? decision.status_if_applied : undefined}>
      <span class="rule">${tryText(`rule.${step.rule}`) ?? step.rule}</span>
      <span class="finding">${finding}</span>
      <span class="outcome">${t(`preview.${outcome}`)}</span>
    </li>`;
}

function Delivery({ delivery, wouldSend }) {
  const id = useId();
  const payload = JSON.stringify(delivery.payload, null, 2);
  return html`
    <h3>${t(wouldSend ? 'preview.delivery' : 'preview.deliveryIfNotHeld')}</h3>
    <p class="target">
      ${tryText(`preview.types.${delivery.type}`) ?? delivery.type}${' '}
      ${delivery.target_url ? html`<code>${delivery.target_url}</code>` : t('preview.noTarget')}
    </p>
    ${delivery.payload !== null && html`
      <div class="payload-head"><span id=${id}>${t('preview.payload')}</span> <${CopyButton} text=${payload} label=${t('preview.copy')} /></div>
      <pre class="payload" tabindex="0" role="region" aria-labelledby=${id}><code>${payload}</code></pre>`}`;
}

const sentence = (text) => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
