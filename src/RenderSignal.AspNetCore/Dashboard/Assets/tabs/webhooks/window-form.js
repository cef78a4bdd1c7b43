import { html, useEffect, useRef, useState } from '../../lib/preact.js';
import { useSettings } from '../../lib/settings.js';
import { t } from '../../lib/texts.js';
import { localMoment, timeZone, useNow } from '../../lib/time.js';
import { TextField } from '../../parts/controls.js';
import { SettingsForm } from '../../parts/settings-form.js';
import { DayPicture } from './day-picture.js';
import { isOpenAt, readWindow, showTime } from './time-window.js';

/** The hours of the day in which mails are sent. */
export function WindowForm() {
  const form = useSettings('webhook_time_window', { together: ['start', 'end'] });
  return html`
    <${SettingsForm} form=${form} title=${t('webhooks.window.title')} intro=${t('webhooks.window.intro', { zone: timeZone() })}>
      ${!form.isLoading && html`<${WindowFields} form=${form} />`}
    <//>`;
}

function WindowFields({ form }) {
  const { start, end } = form.values;
  const [isChoosing, setChoosing] = useState(false);
  const before = useRef({ start: null, end: null });
  useEffect(() => setChoosing(false), [form.generation]);
  const isAlways = start === null && end === null && !isChoosing;

  function chooseAlways() {
    before.current = { start, end };
    setChoosing(false);
    form.set('start', null);
    form.set('end', null);
  }

  function chooseHours() {
    const { start: from, end: to } = before.current.start || before.current.end ? before.current : form.base;
    setChoosing(true);
    form.set('start', from);
    form.set('end', to);
  }

  return html`
    <fieldset class="window-choice" data-field="window">
      <legend>${t('webhooks.window.choice')}</legend>
      <label><input type="radio" name="window" checked=${isAlways} onChange=${chooseAlways} /> ${t('webhooks.window.always')}</label>
      <label><input type="radio" name="window" checked=${!isAlways} onChange=${chooseHours} /> ${t('webhooks.window.hours')}</label>
    </fieldset>
    ${!isAlways && html`
      <div class="window-times">
        <${TextField} form=${form} name="start" label=${t('webhooks.window.start')} placeholder="09h30" />
        <${TextField} form=${form} name="end" label=${t('webhooks.window.end')} placeholder="17:30" />
      </div>`}
    <${WindowState} start=${start} end=${end} isUnfinished=${isChoosing && start === null && end === null} isDirty=${form.isDirty} />
    <ul class="meaning">
      <li>${t('webhooks.window.recadrage')}</li>
      <li>${t('webhooks.window.others')}</li>
    </ul>`;
}

function WindowState({ start, end, isUnfinished, isDirty }) {
  const minutes = localMoment(useNow(5000)).minutes;
  const window = isUnfinished ? { kind: 'unfinished', open: [] } : readWindow(start, end);
  const isOpen = isOpenAt(window, minutes);
  const words = t(`webhooks.window.${keyOf(window, isOpen)}`, {
    time: window.kind === 'hours' ? showTime(isOpen ? window.end : window.start) : '',
    zone: timeZone(),
  });
  return html`
    <div class="window-state">
      <p class="state-words" data-open=${window.kind === 'unfinished' ? undefined : String(isOpen)}>
        ${words} ${isDirty && html`<span class="unsaved">${t('form.notSaved')}</span>`}
      </p>
      <${DayPicture} window=${window} minutes=${minutes} label=${t('webhooks.window.picture', { words })} />
    </div>`;
}

function keyOf({ kind }, isOpen) {
  if (kind === 'hours') {
    return isOpen ? 'openUntil' : 'closedUntil';
  }
  return kind === 'always' ? 'alwaysNow' : kind;
}
