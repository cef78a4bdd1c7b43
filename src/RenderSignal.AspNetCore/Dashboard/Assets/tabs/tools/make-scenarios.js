import { useAction } from '../../lib/action.js';
import { ApiError, LONG_MS, get, post } from '../../lib/api.js';
import { html } from '../../lib/preact.js';
import { useStatus } from '../../lib/status.js';
import { t, tryText } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { ActionButton, Outcome, Tool } from './tool.js';

/** Make.com's scenarios: whether they are on, and the switch for all of them. */
export function MakeScenarios() {
  const canSwitch = useStatus().capabilities.make_scenarios;
  const ask = useAction(() => partly(get('/api/make/status_all', { patienceMs: LONG_MS })));
  const switchAll = useAction(async (enable) => ({ enable, ...(await partly(post('/api/make/toggle_all', { enable }, { patienceMs: LONG_MS }))) }));

  function start(action, ...what) {
    (action === ask ? switchAll : ask).reset();
    action.run(...what);
  }

  function confirmSwitch(enable) {
    if (confirm(t(enable ? 'tools.make.confirmOn' : 'tools.make.confirmOff'))) {
      start(switchAll, enable);
    }
  }

  return html`
    <${Tool} name="make" title=${t('tools.make.title')} intro=${t('tools.make.intro')}>
      ${canSwitch
        ? html`
          <div class="tool-actions">
            <${ActionButton} action=${ask} secondary onClick=${() => start(ask)}>${t('tools.make.ask')}<//>
            <${ActionButton} action=${switchAll} secondary onClick=${() => confirmSwitch(true)}>${t('tools.make.allOn')}<//>
            <${ActionButton} action=${switchAll} secondary onClick=${() => confirmSwitch(false)}>${t('tools.make.allOff')}<//>
          </div>`
        : html`<p class="not-set-up">${t('tools.make.notSetUp')}</p>`}
      <${Outcome} action=${ask}>${({ scenarios }) => html`<${Scenarios} scenarios=${scenarios} state=${stateOf} />`}<//>
      <${Outcome} action=${switchAll}>
        ${({ scenarios, enable, success }) => html`
          <${Notice} kind=${success ? 'success' : 'error'}>${t(success ? (enable ? 'tools.make.doneOn' : 'tools.make.doneOff') : 'tools.make.notAll')}<//>
          <${Scenarios} scenarios=${scenarios} state=${() => t(enable ? 'tools.make.on' : 'tools.make.off')} />`}
      <//>
    <//>`;
}

const stateOf = ({ active }) => t(`tools.make.${active === null ? 'unknown' : active ? 'on' : 'off'}`);

function Scenarios({ scenarios, state }) {
  return html`
    <ul class="scenarios">
      ${scenarios.map((scenario) => html`
        <li>
          <span>${tryText(`tools.make.names.${scenario.name}`) ?? scenario.name} <small>${scenario.id}</small></span>
          ${scenario.error ? html`<span class="field-error">${scenario.error}</span>` : html`<span>${state(scenario)}</span>`}
        </li>`)}
    </ul>`;
}

// When Make.com refused some of them, the refusal lists all.
async function partly(answer) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && error.body.scenarios) {
      return error.body;
    }
    throw error;
  }
}
