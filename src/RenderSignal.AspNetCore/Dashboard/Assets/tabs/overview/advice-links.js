const TABS = { webhook_config: 'webhooks', webhook_time_window: 'webhooks', polling_config: 'email', processing_prefs: 'preferences', runtime_flags: 'tools' };

/** For each reason the settings with which an operator changes what becomes of such mails. */
const SETTINGS = {
  sender_not_allowed: [['polling_config', 'sender_of_interest_for_polling']],
  already_processed: [['runtime_flags', 'disable_email_id_dedup']],
  too_large: [['processing_prefs', 'max_email_size_mb']],
  attachment_required: [['processing_prefs', 'require_attachments']],
  group_already_processed: [['polling_config', 'enable_subject_group_dedup']],
  window_closed: [['webhook_time_window', 'start'], ['webhook_time_window', 'end']],
  no_delivery_link: [['runtime_flags', 'allow_custom_webhook_without_links']],
  sending_disabled: [['webhook_config', 'webhook_sending_enabled']],
  receiver_missing: [['webhook_config', 'webhook_url']],
  rate_limited: [['processing_prefs', 'rate_limit_per_hour']],
  delivery_failed: [['webhook_config', 'webhook_url'], ['processing_prefs', 'retry_count']],
};

const KEYWORDS = { recadrage: 'exclude_keywords_recadrage', desabonnement_journee_tarifs: 'exclude_keywords_autorepondeur' };

/** Where it is decided what becomes of such a mail: `{document, field, tab}` of each setting. */
export const settingsFor = (email) => settingsOf(email).map(([document, field]) => ({ document, field, tab: TABS[document] }));

function settingsOf({ reason, detector, reason_values: values }) {
  switch (reason) {
    case 'excluded_keyword':
      return [['processing_prefs', Object.hasOwn(KEYWORDS, detector ?? '') ? KEYWORDS[detector] : 'exclude_keywords']];
    case 'presence_hook_missing':
      return [['webhook_config', values?.variable?.includes('FALSE') ? 'presence_false_url' : 'presence_true_url']];
    default:
      return SETTINGS[reason] ?? [];
  }
}
