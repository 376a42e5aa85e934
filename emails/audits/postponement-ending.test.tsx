import { describeMails } from '../describe-mails.ts';

import { postponementEnding } from './postponement-ending.tsx';

const link = 'https://fairroute.example/the-next-step';
const ending = {
  ...{ recruiter: 'Himal Workforce', reference: 'AUD-00001', link },
  ...{ untilDay: '14 May 2026', refusedDay: '15 May 2026' },
};

describeMails(
  {
    'a postponement that ends, to the recruiter': {
      email: postponementEnding({ ...ending, to: 'recruiter' }),
      says: ['AUD-00001', '14 May 2026', '15 May 2026', 'write to the scheme'],
    },
    'a postponement that ends, to the audit body': {
      email: postponementEnding({ ...ending, to: 'body' }),
      says: ['Himal Workforce', '14 May 2026', 'Plan the audit again'],
    },
  },
  link,
);
