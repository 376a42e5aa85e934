const texts: Record<string, string> = {
  not_listed: 'You are not on the register yet: contacts are published with your record there.',
  delisted: 'You were taken off the register, so nothing is published of you.',
  saved_meanwhile:
    'Somebody at your agency changed the contacts after you opened this page. Open it again to see what stands there now.',
  nothing_changed: 'This is what stands on the register already. Nothing was changed.',
};

/** A no to whoever publishes contacts, and what to do about it. */
export const refusalText = (refusal: string) => texts[refusal] ?? 'This is not possible now.';
