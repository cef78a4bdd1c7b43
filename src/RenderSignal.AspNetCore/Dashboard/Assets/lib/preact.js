// Templates that become nodes, never text that becomes HTML: whatever is put into one is an attribute, a child node or a text node.
import { h } from '../vendor/preact.js';
import htm from '../vendor/htm.js';

export { render } from '../vendor/preact.js';
export { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from '../vendor/hooks.js';

export const html = htm.bind(h);
