import { html } from '../../lib/preact.js';
import { settingName, settingValue } from '../../lib/setting-text.js';
import { refusal, t, tryText } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';

/** What an import would change, and what of it cannot be: each where it lies. */
export function ImportPlan({ plan: { changes, problems, remarks } }) {
  const isAt = (change) => (problem) => problem.document === change.document && problem.field === change.field;
  const elsewhere = problems.filter((problem) => problem.field === null || problem.document === null);
  const rows = [
    ...changes.map((change) => ({ ...change, problem: problems.find(isAt(change)) })),
    ...problems.filter((problem) => !elsewhere.includes(problem) && !changes.some((change) => isAt(change)(problem)))
      .map((problem) => ({ document: problem.document, field: problem.field, problem })),
  ];
  const isSealed = problems.length > 0 && problems.every((problem) => problem.expected?.code === 'passphrase_of_file');
  return html`
    ${problems.length > 0 && html`<${Notice} kind="error">${t(isSealed ? 'tools.import.wrongPassphrase' : 'tools.import.problems', { count: problems.length })}<//>`}
    ${elsewhere.length > 0 && html`<ul class="import-problems">${elsewhere.map((problem) => html`<li>${problem.expected?.code === 'exported_file' ? t('tools.import.foreign') : problem.message}</li>`)}</ul>`}
    ${rows.length > 0 && html`<${Changes} rows=${rows} />`}
    ${rows.length === 0 && elsewhere.length === 0 && html`<${Notice}>${t('tools.import.nothing')}<//>`}
    ${remarks.length > 0 && html`<ul class="import-remarks">${remarks.map((remark) => html`<li>${remark}</li>`)}</ul>`}`;
}

function Changes({ rows }) {
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label=${t('tools.import.changes')}>
      <table class="import-changes">
        <thead><tr><th scope="col">${t('tools.import.setting')}</th><th scope="col">${t('tools.import.from')}</th><th scope="col">${t('tools.import.to')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<${Change} row=${row} />`)}</tbody>
      </table>
    </div>`;
}

function Change({ row: { document, field, from, to, problem } }) {
  const name = html`<th scope="row">${settingName(document, field)} <small>${tryText(`settings.documents.${document}`) ?? document}</small></th>`;
  if (problem) {
    return html`<tr data-field=${field}>${name}<td colspan="2" class="field-error">${refusal(problem)}</td></tr>`;
  }
  // Addresses are masked, and may look the same.
  const [before, after] = [settingValue(field, from), settingValue(field, to)];
  return html`
    <tr data-field=${field}>
      ${name}<td>${before}</td><td>${after} ${before === after && html`<small>${t('tools.import.anotherAddress')}</small>`}</td>
    </tr>`;
}
