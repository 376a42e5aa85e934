/** `{number}`, `{job}` and `{day}` are filled; `reasons` as the scheme's form names them. */
export type Words = {
  subject: string;
  heading: string;
  text: string;
  reason: string;
  after: string;
  step: string;
  why: string;
  reasons: Record<
    'workers_charged' | 'employer_denies' | 'terms_differ' | 'not_approved' | 'harm_feared',
    string
  >;
};
