import { addPartner } from '#app/features/network/commands.server.ts';
import { addForm } from '#app/features/network/forms.ts';
import type { Recruiter, Scope } from '#app/platform/scope.ts';

import { done } from './audits.ts';

/** What a page sends for a registered sub-agent. */
export const partnerFields = {
  kind: 'sub_agent',
  form: 'registered',
  name: 'Gandaki Placement Service',
  nameLocal: 'गण्डकी प्लेसमेन्ट सेवा',
  country: 'NP',
  place: 'Pokhara',
  registrationNumber: 'S-118/075',
  phones: '981-2345678\n९८४१२३४५६७',
};

export const partnerForm = (part: Record<string, unknown> = {}) =>
  addForm.parse({ ...partnerFields, ...part });

export const aPartner = async (scope: Scope<Recruiter>, part: Record<string, unknown> = {}) =>
  done(await addPartner(scope, partnerForm({ anyway: 'yes', ...part }))).id;
