type Criterion = { code: string; title: string };

/** What a certificate attests, as its credential says it: nothing of people, nothing of workers. */
export type Attested = {
  number: string;
  validFrom: string;
  validUntil: string;
  corridors: string[];
  sectors: string[];
  recruiter: { registrationNumber: string; name: string };
  auditBody: { id: string; name: string };
  scheme: { name: string };
  standard: { versionId: string; id: string; version: string; title: string };
  principles: { code: string; title: string; criteria: Criterion[] }[];
  /** The day its last audit ended. */
  auditedOn: string;
  /** Where it stands in the status lists. */
  entry: { list: number; place: number };
};
