import { useAction } from '../../lib/action.js';
import { LONG_MS, post } from '../../lib/api.js';
import { connection } from '../../lib/connection.js';
import { html, useEffect, useState } from '../../lib/preact.js';
import { useStatus } from '../../lib/status.js';
import { useStore } from '../../lib/store.js';
import { t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { ActionButton, Outcome, Tool } from './tool.js';

/** Restarts or deploys the server, where it was told how. */
export function ServerControl() {
  const { restart, deploy } = useStatus().capabilities;
  return html`
    <${Tool} name="server" title=${t('tools.server.title')} intro=${t('tools.server.intro')}>
      ${restart ? html`<${Control} name="restart" path="/api/restart_server" />` : html`<p class="not-set-up">${t('tools.server.restartNotSetUp')}</p>`}
      ${deploy ? html`<${Control} name="deploy" path="/api/deploy_application" />` : html`<p class="not-set-up">${t('tools.server.deployNotSetUp')}</p>`}
    <//>`;
}

function Control({ name, path }) {
  const action = useAction(() => post(path, {}, { patienceMs: LONG_MS }));
  const state = useStore(connection);
  const [wasAway, setWasAway] = useState(false);

  useEffect(() => {
    if (action.data !== null && state === 'offline') {
      setWasAway(true);
    }
  }, [state, action.data]);

  function start() {
    if (confirm(t(`tools.server.${name}Confirm`))) {
      setWasAway(false);
      action.run();
    }
  }

  return html`
    <div class="tool-actions"><${ActionButton} action=${action} secondary onClick=${start}>${t(`tools.server.${name}`)}<//></div>
    <${Outcome} action=${action}>
      ${() => (wasAway && state === 'online'
        ? html`<${Notice} kind="success">${t('tools.server.back')}<//>`
        : html`<${Notice}>${t(`tools.server.${name}Begun`)}<//>`)}
    <//>`;
}
