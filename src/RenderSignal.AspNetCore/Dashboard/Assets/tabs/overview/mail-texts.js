import { t, tryText } from '../../lib/texts.js';

export const detectorName = (detector) => tryText(`preview.detectors.${detector}`) ?? detector;
export const routeName = (route) => tryText(`overview.route.${route}`) ?? route;

/** What was sent of a mail; its log also says why nothing was. */
export const sends = (email) => email.deliveries.filter((delivery) => delivery.attempts > 0);

export const duration = (ms) => (ms < 1000 ? t('overview.ms', { value: ms }) : t('common.seconds', { value: Math.round(ms / 100) / 10 }));

export const statusCode = (delivery) => (delivery.status_code ? `HTTP ${delivery.status_code}` : t('overview.noAnswer'));

/** A send in a line: its last answer, its tries, how long it took. */
export const sendText = (delivery) =>
  `${statusCode(delivery)} · ${t('overview.tries', { count: delivery.attempts })} · ${duration(delivery.duration_ms)}`;
