import { useAction } from '../../lib/action.js';
import { post } from '../../lib/api.js';
import { html, useState } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { PassphraseInput } from './passphrase-input.js';
import { ActionButton, Outcome, Tool } from './tool.js';

/** Hands out all settings as a file. */
export function ExportSettings() {
  const [passphrase, setPassphrase] = useState('');
  const action = useAction(async () => {
    const file = await post('/api/settings/export', passphrase === '' ? {} : { passphrase });
    const name = `rendersignal-settings-${file.exported_at.slice(0, 10)}.json`;
    save(name, JSON.stringify(file, null, 2));
    return { name, isSealed: passphrase !== '' };
  });

  function submit(event) {
    event.preventDefault();
    action.run();
  }

  return html`
    <${Tool} name="export" title=${t('tools.export.title')} intro=${t('tools.export.intro')}>
      <form onSubmit=${submit} novalidate>
        <${PassphraseInput} value=${passphrase} onInput=${setPassphrase} label=${t('tools.export.passphrase')} hint=${t('tools.export.passphraseHint')} isNew />
        <div class="tool-actions"><${ActionButton} action=${action} type="submit">${t('tools.export.run')}<//></div>
      </form>
      <${Outcome} action=${action}>
        ${({ name, isSealed }) => html`
          <${Notice} kind="success">${t('tools.export.done', { name })} ${t(isSealed ? 'tools.export.sealed' : 'tools.export.withoutAddresses')}<//>`}
      <//>
    <//>`;
}

function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser reads it later
}
