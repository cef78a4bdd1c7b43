import { html, useEffect, useRef } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { Notice } from './notice.js';

/** A form over a settings document: its fields, and below them what can be done and what came of it. */
export function SettingsForm({ form, title, intro, children }) {
  const element = useRef();

  function submit(event) {
    event.preventDefault();
    form.save();
  }

  useEffect(() => {
    if (form.outcome?.kind === 'refused') {
      focusField(element.current, form.outcome.field);
    }
  }, [form.outcome]);

  return html`
    <section class="card settings" data-document=${form.name} aria-busy=${form.isLoading && !form.loadError ? 'true' : undefined}>
      <h2>${title}</h2>
      ${intro && html`<p class="intro">${intro}</p>`}
      ${form.loadError && !form.loadError.isConnection && html`
        <${Notice} kind="error" role="alert">
          ${form.loadError.message} <button type="button" class="link" onClick=${form.reload}>${t('form.tryAgain')}</button>
        <//>`}
      ${!form.isLoading && html`
        <form ref=${element} onSubmit=${submit} novalidate autocomplete="off" aria-label=${title}>
          ${children}
          <footer class="form-footer">
            <button type="submit" disabled=${!form.isDirty} aria-busy=${form.isSaving ? 'true' : undefined}>${t('form.save')}</button>
            <button type="button" class="secondary outline" disabled=${!form.isDirty || form.isSaving} onClick=${form.discard}>${t('form.discard')}</button>
            <div class="outcome" role="status"><${Outcome} form=${form} /></div>
          </footer>
        </form>`}
    </section>`;
}

/** Whoever saved is led to what was refused. */
function focusField(element, field) {
  const place = field && element?.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const control = place?.querySelector('[aria-invalid="true"]') ?? place?.querySelector('input, select, textarea, button');
  control?.focus();
}

function Outcome({ form }) {
  const { outcome, isDirty } = form;
  switch (outcome?.kind) {
    case 'saved':
      return html`<${Notice} kind="success">${t('form.saved')} ${outcome.remarks.join(' ')}<//>`;
    case 'refused':
      return html`<${Notice} kind="error">${t(outcome.field ? 'form.refusedField' : 'form.refused')} ${outcome.field ? null : outcome.message}<//>`;
    case 'no-answer':
      return html`<${Notice} kind="error">${t('form.noAnswer')}<//>`;
    case 'signed-out':
      return html`<${Notice} kind="error">${t('form.signedOut')}<//>`;
    case 'changed-elsewhere':
      return html`<${Notice} kind="warning">${t(isDirty ? 'form.changedElsewhereDirty' : 'form.changedElsewhere')}<//>`;
    default:
      return isDirty ? html`<span class="unsaved">${t('form.unsaved')}</span>` : null;
  }
}
