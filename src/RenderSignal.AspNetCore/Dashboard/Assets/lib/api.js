import { report } from './connection.js';
import { page } from './page.js';
import { t } from './texts.js';

const PATIENCE_MS = 30_000;

/** For what waits for others: a receiver with its further tries, Make.com, the mailbox. */
export const LONG_MS = 600_000;

/** What the server refused, or that it did not answer. */
export class ApiError extends Error {
  constructor(status, body) {
    super(body?.message ?? t('common.noAnswer'));
    this.name = 'ApiError';
    /** The HTTP status; 0: no answer at all. */
    this.status = status;
    this.body = body ?? {};
    this.field = body?.field ?? null;
    this.expected = body?.expected ?? null;
  }

  /** The server is away or the session over: the page's banner says so already. */
  get isConnection() {
    return this.status === 0 || this.status === 401;
  }
}

/**
 * Asks the API.
 * @param {string} method GET or POST.
 * @param {string} path From `/api` on.
 * @param {object} [options] `body`: what to send as JSON. `version`: the version that a change rests on. `signal`: ends the wait.
 *   `patienceMs`: after that long there is no answer.
 * @returns {Promise<object>} The answer's body.
 * @throws {ApiError}
 */
async function request(method, path, { body, version, signal, patienceMs = PATIENCE_MS } = {}) {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (version) {
    headers['If-Match'] = `"${version}"`;
  }

  const signals = [AbortSignal.timeout(patienceMs), ...(signal ? [signal] : [])];
  let response;
  let answer;
  try {
    response = await fetch(page.base + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: AbortSignal.any(signals) });
    answer = await readJson(response);
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    report('offline');
    throw new ApiError(0);
  }

  // An application's own sign-in may lead a call to its page instead of refusing it.
  if (response.redirected) {
    report('signed-out');
    throw new ApiError(401);
  }
  report(response.status === 401 ? 'signed-out' : 'online');
  if (!response.ok || answer === null) {
    throw new ApiError(response.status, answer);
  }
  return answer;
}

export const get = (path, options) => request('GET', path, options);
export const post = (path, body = {}, options) => request('POST', path, { ...options, body });

// A proxy in between may answer with a page of its own.
async function readJson(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
