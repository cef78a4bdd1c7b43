import { EmailTab } from './email/email-tab.js';
import { OverviewTab } from './overview/overview-tab.js';
import { PreferencesTab } from './preferences/preferences-tab.js';
import { ToolsTab } from './tools/tools-tab.js';
import { WebhooksTab } from './webhooks/webhooks-tab.js';

/** The tabs in their order; the name stands in the address, after `#/`. */
export const tabs = [
  { name: 'overview', Content: OverviewTab },
  { name: 'webhooks', Content: WebhooksTab },
  { name: 'email', Content: EmailTab },
  { name: 'preferences', Content: PreferencesTab },
  { name: 'tools', Content: ToolsTab },
];
