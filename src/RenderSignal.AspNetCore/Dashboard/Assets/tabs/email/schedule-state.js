import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { localMoment, plainDay, timeZone, useNow, weekdays } from '../../lib/time.js';
import { activeStretches, isVacation, scheduleAt } from './schedule.js';
import { WeekPicture } from './week-picture.js';

/** What the schedule means, as it is typed: in words, and as a week. */
export function ScheduleState({ form }) {
  const moment = localMoment(useNow(5000));
  const polling = form.values;
  const stretches = activeStretches(polling.active_start_hour, polling.active_end_hour);
  const { isActive, words } = describe(polling, stretches, moment);
  return html`
    <div class="schedule-state">
      <p class="state-words" data-open=${stretches === null ? undefined : String(isActive)}>
        ${words} ${form.isDirty && html`<span class="unsaved">${t('form.notSaved')}</span>`}
      </p>
      <${WeekPicture} days=${polling.active_days} stretches=${stretches ?? []} moment=${moment} isResting=${isVacation(polling, moment.date)}
        label=${t('email.schedule.picture', { words })} />
    </div>`;
}

function describe(polling, stretches, moment) {
  if (stretches === null) {
    return { isActive: false, words: t('email.schedule.unfinished') };
  }
  if (stretches.length === 0) {
    return { isActive: false, words: t('email.schedule.never') };
  }
  if (polling.active_days.length === 0) {
    return { isActive: false, words: t('email.schedule.noDays') };
  }
  if (!polling.enable_polling) {
    return { isActive: false, words: t('email.schedule.off') };
  }
  const { isActive, change } = scheduleAt(polling, stretches, moment);
  const state = isVacation(polling, moment.date) ? 'vacation' : isActive ? 'active' : 'resting';
  const key = change === null ? `${state}Forever` : state;
  return { isActive, words: t(`email.schedule.${key}`, { until: change && when(change), zone: timeZone() }) };
}

function when({ date, weekday, hour, inDays }) {
  const time = `${String(hour).padStart(2, '0')}:00`;
  const day = inDays < 7 ? weekdays()[weekday] : plainDay(date);
  return inDays === 0 ? time : t('email.schedule.dayAndTime', { day, time });
}
