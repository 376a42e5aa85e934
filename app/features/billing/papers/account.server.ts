import { theConfig } from '#app/platform/config.server.ts';

const demonstration =
  'DEMONSTRATION ACCOUNT – send no money\nFairroute Demonstration\nIBAN XX00 0000 0000 0000 0000 00';

/** The scheme's bank account, as the setting gives it; a demonstration shows one that is clearly none. */
export function bankAccount() {
  const { BANK_ACCOUNT, DEMO } = theConfig();
  return BANK_ACCOUNT?.replaceAll('\\n', '\n') ?? (DEMO ? demonstration : undefined);
}
