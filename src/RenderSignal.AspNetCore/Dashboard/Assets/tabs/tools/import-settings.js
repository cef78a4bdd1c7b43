import { useAction } from '../../lib/action.js';
import { ApiError, post } from '../../lib/api.js';
import { html, useRef, useState } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { ImportPlan } from './import-plan.js';
import { PassphraseInput } from './passphrase-input.js';
import { ActionButton, Outcome, Tool } from './tool.js';

const PATH = '/api/settings/import';

const isSealed = (file) => Object.values(file.documents ?? {}).some((fields) => Object.values(fields ?? {}).some((value) => value?.sealed !== undefined));

/** Puts a file of settings in force, once somebody has seen what it changes. */
export function ImportSettings() {
  const chosen = useAction(read);
  const [passphrase, setPassphrase] = useState('');
  const picker = useRef();
  const file = chosen.data?.file;
  const ask = (more) => post(PATH, { file, ...(passphrase === '' ? {} : { passphrase }), ...more });

  const plan = useAction(async (refused = null) => ({ ...(await ask({ apply: false })), refused }));
  const store = useAction(async () => {
    const answer = await applied(ask({ apply: true, versions: plan.data.versions }));
    if (answer.applied) {
      clear();
      return answer;
    }
    // It is told anew what would change, or what cannot be.
    await plan.run(answer);
    return null;
  });

  function clear() {
    picker.current.value = '';
    chosen.reset();
    setPassphrase('');
    plan.reset();
  }

  function choose(event) {
    const [picked] = event.target.files;
    plan.reset();
    store.reset();
    if (picked) {
      chosen.run(picked);
    } else {
      chosen.reset();
    }
  }

  function typePassphrase(text) {
    setPassphrase(text);
    plan.reset();
    store.reset();
  }

  function submit(event) {
    event.preventDefault();
    store.reset();
    plan.run();
  }

  return html`
    <${Tool} name="import" title=${t('tools.import.title')} intro=${t('tools.import.intro')}>
      <form onSubmit=${submit} novalidate>
        <fieldset disabled=${store.isRunning}>
          <label>${t('tools.import.file')}<input type="file" ref=${picker} accept=".json,application/json" onChange=${choose} /></label>
          ${chosen.data?.error && html`<${Notice} kind="error" role="alert">${chosen.data.error}<//>`}
          ${file && isSealed(file) && html`
            <${PassphraseInput} value=${passphrase} onInput=${typePassphrase} label=${t('tools.import.passphrase')} hint=${t('tools.import.passphraseHint')} />`}
          <div class="tool-actions"><${ActionButton} action=${plan} type="submit" disabled=${!file}>${t('tools.import.show')}<//></div>
        </fieldset>
      </form>
      <${Outcome} action=${plan}>
        ${(answer) => html`
          ${answer.refused && html`<${Refused} answer=${answer.refused} />`}
          <${ImportPlan} plan=${answer} />`}
      <//>
      ${plan.data !== null && html`
        <div class="tool-actions">
          ${plan.data.changes.length > 0 && html`
            <${ActionButton} action=${store} disabled=${plan.isRunning || plan.data.problems.length > 0} onClick=${() => store.run()}>${t('tools.import.run')}<//>`}
          <button type="button" class="secondary outline" disabled=${store.isRunning} onClick=${() => { clear(); store.reset(); }}>${t('tools.import.cancel')}</button>
        </div>`}
      <${Outcome} action=${store}>
        ${(answer) => html`<${Notice} kind="success">${t('tools.import.done', { count: answer.changes.length })} ${answer.remarks.join(' ')}<//>`}
      <//>
    <//>`;
}

/** Why the import did not happen, or not all of it. */
function Refused({ answer: { stored = [], message, problems } }) {
  if (stored.length > 0) {
    return html`<${Notice} kind="warning">${message}<//>`;
  }
  return problems.length === 0 && html`<${Notice} kind="warning">${t('tools.import.changedMeanwhile')}<//>`;
}

const REFUSALS = [400, 412, 422];

// With problems, or when somebody changed the settings meanwhile, nothing more is stored; the refusal says what is.
async function applied(asked) {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ApiError && REFUSALS.includes(error.status) && error.body.problems) {
      return error.body;
    }
    throw error;
  }
}

async function read(file) {
  try {
    const content = JSON.parse(await file.text());
    return content !== null && typeof content === 'object' && !Array.isArray(content) ? { file: content } : { error: t('tools.import.noSettings') };
  } catch {
    return { error: t('tools.import.noSettings') };
  }
}
