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
  const [chosen, setChosen] = useState(null);
  const [passphrase, setPassphrase] = useState('');
  const picker = useRef();
  const ask = (more) => post(PATH, { file: chosen.file, ...(passphrase === '' ? {} : { passphrase }), ...more });

  // Of settings that somebody changed meanwhile the server stores nothing, and it is told anew what would change.
  const plan = useAction(async (changedMeanwhile = false) => ({ ...(await ask({ apply: false })), changedMeanwhile }));
  const store = useAction(async () => {
    try {
      const answer = await ask({ apply: true, versions: plan.data.versions });
      clear();
      return answer;
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) {
        await plan.run(true);
        return null;
      }
      throw error;
    }
  });

  function clear() {
    picker.current.value = '';
    setChosen(null);
    setPassphrase('');
    plan.reset();
  }

  async function choose(event) {
    const [file] = event.target.files;
    plan.reset();
    store.reset();
    setChosen(file ? await read(file) : null);
  }

  function submit(event) {
    event.preventDefault();
    store.reset();
    plan.run();
  }

  return html`
    <${Tool} name="import" title=${t('tools.import.title')} intro=${t('tools.import.intro')}>
      <form onSubmit=${submit} novalidate>
        <label>${t('tools.import.file')}<input type="file" ref=${picker} accept=".json,application/json" onChange=${choose} /></label>
        ${chosen?.error && html`<${Notice} kind="error" role="alert">${chosen.error}<//>`}
        ${chosen?.file && isSealed(chosen.file) && html`
          <${PassphraseInput} value=${passphrase} onInput=${setPassphrase} label=${t('tools.import.passphrase')} hint=${t('tools.import.passphraseHint')} />`}
        <div class="tool-actions"><${ActionButton} action=${plan} type="submit" disabled=${!chosen?.file}>${t('tools.import.show')}<//></div>
      </form>
      <${Outcome} action=${plan}>
        ${(answer) => html`
          ${answer.changedMeanwhile && html`<${Notice} kind="warning">${t('tools.import.changedMeanwhile')}<//>`}
          <${ImportPlan} plan=${answer} />`}
      <//>
      ${plan.data !== null && html`
        <div class="tool-actions">
          ${plan.data.changes.length > 0 && html`
            <${ActionButton} action=${store} disabled=${plan.isRunning || plan.data.problems.length > 0} onClick=${store.run}>${t('tools.import.run')}<//>`}
          <button type="button" class="secondary outline" disabled=${store.isRunning} onClick=${() => { clear(); store.reset(); }}>${t('tools.import.cancel')}</button>
        </div>`}
      <${Outcome} action=${store}>
        ${(answer) => html`<${Notice} kind="success">${t('tools.import.done', { count: answer.changes.length })} ${answer.remarks.join(' ')}<//>`}
      <//>
    <//>`;
}

async function read(file) {
  try {
    const content = JSON.parse(await file.text());
    return content !== null && typeof content === 'object' && !Array.isArray(content) ? { file: content } : { error: t('tools.import.noSettings') };
  } catch {
    return { error: t('tools.import.noSettings') };
  }
}
