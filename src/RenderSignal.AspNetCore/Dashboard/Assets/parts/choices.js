import { page, remember } from '../lib/page.js';
import { html, useState } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { mayLeave } from '../lib/unsaved.js';

const root = document.documentElement;

/** The page's language and theme, and the way out. */
export function Choices() {
  const [theme, setTheme] = useState(root.dataset.theme ?? 'auto');

  function chooseTheme(event) {
    const chosen = event.target.value;
    setTheme(chosen);
    remember('rendersignal_theme', chosen === 'auto' ? null : chosen);
    if (chosen === 'auto') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = chosen;
    }
  }

  function chooseLanguage(event) {
    if (mayLeave()) {
      remember('rendersignal_language', event.target.value);
      location.reload();
    } else {
      event.target.value = page.language;
    }
  }

  return html`
    <div class="choices">
      <select aria-label=${t('frame.language')} name="language" value=${page.language} onChange=${chooseLanguage}>
        ${page.languages.map((tag) => html`<option value=${tag}>${ownName(tag)}</option>`)}
      </select>
      <select aria-label=${t('frame.theme')} name="theme" value=${theme} onChange=${chooseTheme}>
        ${['auto', 'light', 'dark'].map((name) => html`<option value=${name}>${t(`frame.themes.${name}`)}</option>`)}
      </select>
      ${page.signOut && html`<a href=${page.signOut} class="sign-out" title=${page.user}>${t('frame.signOut')}</a>`}
    </div>`;
}

/** What a language calls itself: Français. */
function ownName(tag) {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
