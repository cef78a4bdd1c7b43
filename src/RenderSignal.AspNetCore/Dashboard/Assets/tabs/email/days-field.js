import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { weekdays } from '../../lib/time.js';
import { FieldGroup } from '../../parts/field.js';

/** The weekdays, each to be switched: 0 is Monday. */
export function DaysField({ form, name, ...field }) {
  const chosen = form.values[name];
  const names = weekdays();

  function toggle(day) {
    form.set(name, chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day].sort((a, b) => a - b));
  }

  return html`
    <${FieldGroup} form=${form} name=${name} show=${(days) => days.map((day) => names[day]).join(', ')} ...${field}>
      <div class="days">
        ${weekdays('short').map((short, day) => html`
          <label title=${names[day]}>
            <input type="checkbox" checked=${chosen.includes(day)} aria-label=${names[day]} onChange=${() => toggle(day)} />
            <span aria-hidden="true">${short}</span>
          </label>`)}
      </div>
      ${chosen.length === 0 && html`<small class="field-conflict">${t('email.schedule.noDaysMeans')}</small>`}
    <//>`;
}
