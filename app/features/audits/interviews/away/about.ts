/** What a device says in the clear of an interview that it sealed. */
export type Sealed = { interviewId: string; pseudonym: string; sealed: string };

/** What its words belong to: under another key, number or audit they do not open. */
export const aboutInterview = (auditId: string, { interviewId, pseudonym }: Omit<Sealed, 'sealed'>) =>
  `audit/${auditId}/worker_interview/${interviewId}/${pseudonym}`;
