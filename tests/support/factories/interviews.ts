import type { RecordForm } from '#app/features/audits/interviews/forms.ts';

/** A worker as the form tells of her; the words are found in no other test. */
export const aWorker = {
  ...{ origin: 'NP', destination: 'QA', sector: 'F', sex: 'female', stage: 'later' },
  ...{ reached: 'without_recruiter', name: 'Kamala Quillfeather', phone: '+977 98 4123 7701' },
} as const satisfies RecordForm;
export const said = {
  ...{ notes: 'She paid zanzibarite money to a broker.', name: aWorker.name, phone: aWorker.phone },
};
