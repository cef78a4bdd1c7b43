import { replaceAddress } from '../../lib/address.js';
import { html, useLayoutEffect, useRef } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { MailStatus } from '../../parts/mail-status.js';
import { Notice } from '../../parts/notice.js';
import { MailAdvice } from './mail-advice.js';
import { MailDeliveries } from './mail-deliveries.js';
import { MailFacts } from './mail-facts.js';
import { MailPreview } from './mail-preview.js';
import { MailReplay } from './mail-replay.js';
import { useMail } from './use-mail.js';

/** A mail that the address names. Closing it goes back to where it was opened. */
export function MailDialog({ id }) {
  const dialog = useRef();
  const { email, error, set } = useMail(id);

  useLayoutEffect(() => {
    const opened = dialog.current;
    opened.showModal();
    document.documentElement.classList.add('has-dialog');
    return () => {
      document.documentElement.classList.remove('has-dialog');
      opened.close();
      focusAfter(id);
    };
  }, [id]);

  // A selection of text that ends beside the dialog does not close it.
  const isPressedBeside = useRef(false);

  // Escape ends here too: what shows the dialog is the address alone.
  function cancel(event) {
    event.preventDefault();
    close();
  }

  return html`
    <dialog ref=${dialog} class="mail-dialog" aria-labelledby="mail-title" onCancel=${cancel} 
      onPointerDown=${(event) => { isPressedBeside.current = event.target === dialog.current; }}
      onClick=${(event) => event.target === dialog.current && isPressedBeside.current && close()}>
      <article>
        <header>
          <div>
            ${email && html`<${MailStatus} status=${email.status} />`}
            <h2 id="mail-title" dir="auto" tabindex="-1" autofocus>${email ? email.subject || t('overview.noSubject') : t(error ? 'overview.mail.missing' : 'page.loading')}</h2>
          </div>
          <button type="button" class="dialog-close" aria-label=${t('overview.mail.close')} title=${t('overview.mail.close')} onClick=${close}>×</button>
        </header>
        ${error && !error.isConnection && html`<${Notice} kind="error" role="alert">${error.message}<//>`}
        ${email && html`
          <${MailAdvice} email=${email} />
          <${MailReplay} email=${email} onChange=${set} />
          <${MailDeliveries} email=${email} />
          <${MailFacts} email=${email} />
          <${MailPreview} key=${`${email.status} ${email.decided_at} ${email.deliveries.length}`} email=${email} />`}
      </article>
    </dialog>`;
}

function close() {
  if (history.state?.fromList) {
    history.back();
  } else {
    replaceAddress('#/overview');
  }
}

/** The mail's own row; it may have left the list meanwhile. */
function focusAfter(id) {
  const row = document.querySelector(`[data-mail="${CSS.escape(id)}"] a`);
  (row ?? document.querySelector('main#content > h1'))?.focus({ preventScroll: true });
}
