import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { localMoment, now, plainDay } from '../../lib/time.js';
import { TextField } from '../../parts/controls.js';
import { isVacation, vacationDays } from './schedule.js';

/** The days on which polling rests whatever the hours say. */
export function VacationFields({ form }) {
  const { vacation_start: first, vacation_end: last } = form.values;

  function clear() {
    form.set('vacation_start', null);
    form.set('vacation_end', null);
  }

  return html`
    <div class="vacation">
      <${TextField} form=${form} name="vacation_start" type="date" label=${t('email.vacation.first')} show=${plainDay} />
      <${TextField} form=${form} name="vacation_end" type="date" label=${t('email.vacation.last')} show=${plainDay} />
      <button type="button" class="secondary outline" disabled=${!first && !last} onClick=${clear}>${t('email.vacation.none')}</button>
    </div>
    <p class="vacation-words">${describe(form.values)}</p>`;
}

function describe(polling) {
  const { vacation_start: first, vacation_end: last } = polling;
  if (!first && !last) {
    return t('email.vacation.noVacation');
  }
  const count = vacationDays(polling);
  if (count === null) {
    return t('email.vacation.unfinished');
  }
  const values = { count, first: plainDay(first), last: plainDay(last) };
  return t(isVacation(polling, localMoment(now()).date) ? 'email.vacation.isNow' : 'email.vacation.days', values);
}
