import { recordInterview } from '#app/features/audits/interviews/commands/record-interview.server.ts';
import { writeInterview } from '#app/features/audits/interviews/commands/write-interview.server.ts';
import type { RecordForm } from '#app/features/audits/interviews/forms.ts';

import { done, fieldwork, type Engagement } from './audits.ts';

/** A worker as the form tells of her; the words are found in no other test. */
export const aWorker = {
  ...{ origin: 'NP', destination: 'QA', sector: 'F', sex: 'female', stage: 'later' },
  ...{ reached: 'without_recruiter', name: 'Kamala Quillfeather', phone: '+977 98 4123 7701' },
} as const satisfies RecordForm;
export const said = {
  ...{ notes: 'She paid zanzibarite money to a broker.', name: aWorker.name, phone: aWorker.phone },
};

/** A worker who was heard in an audit whose fieldwork goes on. */
export async function heard(given: Engagement) {
  const audit = await fieldwork(given);
  const lead = given.as(given.lead);
  const { id, pseudonym } = done(await recordInterview(lead, audit, aWorker));
  done(await writeInterview(lead, audit, id, { ...said, revision: 0 }));
  return { audit, id, pseudonym, lead };
}
