import { html } from '../../lib/preact.js';
import { refusal } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';

/** A card with something to do in it. */
export function Tool({ name, title, intro, isWide = false, children }) {
  return html`
    <section class="card tool ${isWide ? 'wide' : ''}" data-tool=${name}>
      <h2>${title}</h2>
      <p class="intro">${intro}</p>
      ${children}
    </section>`;
}

/**
 * Where an action says what came of it. It is there from the start, so that screen readers notice what appears in it.
 * @param {function} [summary] Says in a few words what is too long to be read out whole.
 */
export function Outcome({ action, summary, children }) {
  const content = action.data !== null && children(action.data);
  return html`
    <div class="tool-outcome">
      <div role="status">
        ${action.error !== null && html`<${Notice} kind="error">${refusal(action.error)}<//>`}
        ${summary ? action.data !== null && html`<span class="visually-hidden">${summary(action.data)}</span>` : content}
      </div>
      ${summary && content}
    </div>`;
}

export function ActionButton({ action, isBusy = action.isRunning, onClick, disabled, secondary, type = 'button', children }) {
  return html`
    <button type=${type} class=${secondary ? 'secondary outline' : undefined} aria-busy=${isBusy || undefined} disabled=${disabled || action.isRunning}
      onClick=${onClick}>${children}</button>`;
}
