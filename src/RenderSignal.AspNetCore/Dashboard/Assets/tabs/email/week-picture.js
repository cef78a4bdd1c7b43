import { html } from '../../lib/preact.js';
import { weekdays } from '../../lib/time.js';

const percent = (hours) => `${(hours / 24) * 100}%`;

/** A week, a row a day, from midnight to midnight: the active hours, and where now stands. */
export function WeekPicture({ days, stretches, moment, isResting, label }) {
  return html`
    <div class="week-picture" role="img" aria-label=${label} data-resting=${isResting || undefined}>
      ${weekdays('short').map((name, weekday) => html`
        <span class="weekday" data-today=${weekday === moment.weekday || undefined}>${name}</span>
        <svg aria-hidden="true">
          <rect class="ground" width="100%" height="100%" rx="3" />
          ${days.includes(weekday) && stretches.map(([from, to]) => html`<rect class="active" x=${percent(from)} width=${percent(to - from)} height="100%" rx="3" />`)}
          ${[...Array(23).keys()].map((hour) => html`<line class="grid" x1=${percent(hour + 1)} x2=${percent(hour + 1)} y1="0" y2="100%" />`)}
          ${weekday === moment.weekday && html`<line class="now" x1=${percent(moment.minutes / 60)} x2=${percent(moment.minutes / 60)} y1="-3" y2="100%" />`}
        </svg>`)}
      <span></span>
      <svg class="hours" aria-hidden="true">
        ${[0, 6, 12, 18, 24].map((hour) => html`
          <text x=${percent(hour)} y="13" text-anchor=${hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}>${String(hour).padStart(2, '0')}:00</text>`)}
      </svg>
    </div>`;
}
