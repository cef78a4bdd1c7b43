import { html } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { Notice } from './notice.js';

/** A form over a settings document: its fields, and below them what can be done and what came of it. */
export function SettingsForm({ form, title, intro, children }) {
  function submit(event) {
    event.preventDefault();
    if (form.isDirty && !form.isSaving) {
      form.save();
    }
  }

  return html`
    <section class="card settings" data-document=${form.name} aria-busy=${form.isLoading || undefined}>
      <h2>${title}</h2>
      ${intro && html`<p class="intro">${intro}</p>`}
      ${form.loadError && !form.loadError.isConnection && html`<${Notice} kind="error">${form.loadError.message}<//>`}
      ${!form.isLoading && html`
        <form onSubmit=${submit} novalidate>
          ${children}
          <footer class="form-footer">
            <button type="submit" disabled=${!form.isDirty} aria-busy=${form.isSaving || undefined}>${t('form.save')}</button>
            <button type="button" class="secondary outline" disabled=${!form.isDirty || form.isSaving} onClick=${form.discard}>${t('form.discard')}</button>
            <div class="outcome" role="status"><${Outcome} form=${form} /></div>
          </footer>
        </form>`}
    </section>`;
}

function Outcome({ form }) {
  const { outcome, isDirty } = form;
  switch (outcome?.kind) {
    case 'saved':
      return html`<${Notice} kind="success">${t('form.saved')} ${outcome.remarks.join(' ')}<//>`;
    case 'refused':
      return html`<${Notice} kind="error">${t('form.refused')} ${Object.values(form.errors).some(Boolean) ? null : outcome.message}<//>`;
    case 'no-answer':
      return html`<${Notice} kind="error">${t('form.noAnswer')}<//>`;
    case 'changed-elsewhere':
      return html`<${Notice} kind="warning">${t(isDirty ? 'form.changedElsewhereDirty' : 'form.changedElsewhere')}<//>`;
    default:
      return isDirty ? html`<span class="unsaved">${t('form.unsaved')}</span>` : null;
  }
}
