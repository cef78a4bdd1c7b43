/** What the server wrote into the page's frame. */
const frame = document.getElementById('app');

export const page = {
  root: frame,
  /** Where in the application the dashboard stands; empty at the root. */
  base: frame.dataset.base,
  textsAddress: frame.dataset.texts,
  /** The last event before the page was made. */
  lastEventId: frame.dataset.events || null,
  /** The tags of the languages that there are texts in. */
  languages: frame.dataset.languages?.split(' ') ?? [document.documentElement.lang],
  user: frame.dataset.user,
  /** Empty when the application has a sign-in of its own. */
  signIn: frame.dataset.signIn,
  signOut: frame.dataset.signOut,
  language: document.documentElement.lang,
};

/** The browser's own variant of the page's language, by which dates and numbers are written: a Briton's day comes before the month. */
export const locale = navigator.languages.find((tag) => tag.startsWith(`${page.language}-`)) ?? page.language;

/** Keeps a choice for the next visit; the server reads it, so that the page comes right at once. */
export function remember(name, value) {
  const path = page.base || '/';
  document.cookie = value === null
    ? `${name}=; path=${path}; max-age=0; samesite=lax`
    : `${name}=${value}; path=${path}; max-age=31536000; samesite=lax`;
}
