import { html } from '../../lib/preact.js';
import { useSettings } from '../../lib/settings.js';
import { useStatus } from '../../lib/status.js';
import { t } from '../../lib/texts.js';
import { timeZone } from '../../lib/time.js';
import { NumberField, SwitchField } from '../../parts/controls.js';
import { ListField } from '../../parts/list-control.js';
import { Notice } from '../../parts/notice.js';
import { SettingsForm } from '../../parts/settings-form.js';
import { DaysField } from './days-field.js';
import { ScheduleState } from './schedule-state.js';
import { VacationFields } from './vacation-fields.js';

export function EmailTab() {
  const form = useSettings('polling_config');
  const status = useStatus();
  return html`
    ${!status.polling.enabled && html`<${Notice} kind="warning">${t('email.notStarted')}<//>`}
    <${SettingsForm} form=${form} title=${t('email.title')} intro=${t('email.intro')}>
      ${!form.isLoading && html`
        <${SwitchField} form=${form} name="enable_polling" label=${t('email.polling')} hint=${t('email.pollingHint')} />
        <h3>${t('email.senders.title')}</h3>
        <${ListField} form=${form} name="sender_of_interest_for_polling" label=${t('email.senders.label')} hint=${t('email.senders.hint')}
          addLabel=${t('email.senders.add')} placeholder="achats@example.com" separators=${/[,;\s]+/} emptyText=${t('email.senders.empty')} />
        <h3>${t('email.schedule.title')}</h3>
        <div class="schedule">
          <div>
            <${DaysField} form=${form} name="active_days" label=${t('email.schedule.days')} />
            <div class="hours-fields">
              <${NumberField} form=${form} name="active_start_hour" label=${t('email.schedule.start')} unit=${t('email.schedule.hour')} />
              <${NumberField} form=${form} name="active_end_hour" label=${t('email.schedule.end')} unit=${t('email.schedule.hour')} />
            </div>
            <p class="hint">${t('email.schedule.hint', { zone: timeZone() })}</p>
          </div>
          <${ScheduleState} form=${form} />
        </div>
        <h3>${t('email.vacation.title')}</h3>
        <${VacationFields} form=${form} />
        <h3>${t('email.grouping.title')}</h3>
        <${SwitchField} form=${form} name="enable_subject_group_dedup" label=${t('email.grouping.label')} hint=${t('email.grouping.hint')} />`}
    <//>`;
}
