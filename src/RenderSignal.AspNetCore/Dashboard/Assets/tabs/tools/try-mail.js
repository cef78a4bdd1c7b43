import { useAction } from '../../lib/action.js';
import { post } from '../../lib/api.js';
import { html, useState } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { Preview } from '../../parts/preview.js';
import { ActionButton, Outcome, Tool } from './tool.js';

const empty = { subject: '', sender: '', body: '', has_attachments: false };

// A mail as Média Solution writes them: what the detector looks for is French in any language of the page.
const example = {
  subject: 'Média Solution - Missions Recadrage - Lot 42',
  sender: 'Média Solution <achats@example.test>',
  body: 'Bonjour,\n\nVotre mission est prête : https://www.dropbox.com/scl/fo/abc123/fichiers?dl=0\n\nÀ faire pour 11h51.',
  has_attachments: false,
};

/** What would become of a mail that somebody makes up. */
export function TryMail() {
  const [mail, setMail] = useState(empty);
  const preview = useAction(() => post('/api/preview', mail));
  const bind = (name) => ({ name, value: mail[name], autocomplete: 'off', onInput: (event) => setMail({ ...mail, [name]: event.target.value }) });

  function submit(event) {
    event.preventDefault();
    preview.run();
  }

  return html`
    <${Tool} name="try-mail" title=${t('tools.tryMail.title')} intro=${t('tools.tryMail.intro')} isWide>
      <form onSubmit=${submit} novalidate>
        <div class="two-columns">
          <label>${t('tools.tryMail.subject')}<input type="text" ...${bind('subject')} /></label>
          <label>${t('tools.tryMail.sender')}<input type="text" inputmode="email" placeholder="name@example.com" ...${bind('sender')} /></label>
        </div>
        <label>${t('tools.tryMail.body')}<textarea rows="5" ...${bind('body')} /></label>
        <label>
          <input type="checkbox" name="has_attachments" checked=${mail.has_attachments} onChange=${(event) => setMail({ ...mail, has_attachments: event.target.checked })} />
          ${t('tools.tryMail.hasAttachments')}
        </label>
        <div class="tool-actions">
          <${ActionButton} action=${preview} type="submit">${t('tools.tryMail.run')}<//>
          <button type="button" class="secondary outline" onClick=${() => setMail(example)}>${t('tools.tryMail.example')}</button>
        </div>
      </form>
      <${Outcome} action=${preview} summary=${({ decision }) => t(`preview.action.${decision.action}`)}>${(answer) => html`<${Preview} preview=${answer} />`}<//>
    <//>`;
}
