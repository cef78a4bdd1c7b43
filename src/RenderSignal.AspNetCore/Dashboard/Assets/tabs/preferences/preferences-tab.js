import { html } from '../../lib/preact.js';
import { useSettings } from '../../lib/settings.js';
import { number, t } from '../../lib/texts.js';
import { NumberField, SwitchField } from '../../parts/controls.js';
import { ListField } from '../../parts/list-control.js';
import { SettingsForm } from '../../parts/settings-form.js';
import { PriorityField } from './priority-field.js';

export function PreferencesTab() {
  const form = useSettings('processing_prefs');
  return html`
    <${SettingsForm} form=${form} title=${t('preferences.title')} intro=${t('preferences.intro')}>
      <div class="preference-groups">
        <div><${Filters} form=${form} /></div>
        <div>
          <${Limit} form=${form} />
          <${Reliability} form=${form} />
          <${Notifications} form=${form} />
        </div>
      </div>
    <//>`;
}

const texts = (name) => ({ name, label: t(`settings.processing_prefs.${name}`), hint: t(`preferences.hints.${name}`) });

function Group({ name, children }) {
  return html`<section class="preference-group"><h3>${t(`preferences.groups.${name}`)}</h3>${children}</section>`;
}

function Filters({ form }) {
  const keywords = { addLabel: t('preferences.addKeyword'), placeholder: t('preferences.addKeyword'), emptyText: t('preferences.noKeywords') };
  return html`
    <${Group} name="filters">
      <${ListField} form=${form} ...${texts('exclude_keywords')} ...${keywords} />
      <${ListField} form=${form} ...${texts('exclude_keywords_recadrage')} ...${keywords} />
      <${ListField} form=${form} ...${texts('exclude_keywords_autorepondeur')} ...${keywords} />
      <${SwitchField} form=${form} ...${texts('require_attachments')} />
      <${NumberField} form=${form} ...${texts('max_email_size_mb')} unit=${t('preferences.megabytes')} optional />
      <${PriorityField} form=${form} ...${texts('sender_priority')} />
    <//>`;
}

function Limit({ form }) {
  const limit = form.values.rate_limit_per_hour;
  return html`
    <${Group} name="limit">
      <${NumberField} form=${form} ...${texts('rate_limit_per_hour')} unit=${t('preferences.perHour')} />
      ${typeof limit === 'number' && html`
        <p class="in-words">${limit === 0 ? t('preferences.unlimited') : t('preferences.limited', { count: limit, limit: number(limit) })}</p>`}
    <//>`;
}

function Reliability({ form }) {
  return html`
    <${Group} name="reliability">
      <${NumberField} form=${form} ...${texts('retry_count')} />
      <${NumberField} form=${form} ...${texts('retry_delay_sec')} unit=${t('preferences.seconds')} />
      <${NumberField} form=${form} ...${texts('webhook_timeout_sec')} unit=${t('preferences.seconds')} />
      <${SwitchField} form=${form} ...${texts('mirror_media_to_custom')} />
    <//>`;
}

function Notifications({ form }) {
  return html`
    <${Group} name="notifications">
      <${SwitchField} form=${form} ...${texts('notify_on_failure')} />
    <//>`;
}
