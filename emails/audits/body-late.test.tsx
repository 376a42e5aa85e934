import { describeMails } from '../describe-mails.ts';

import { bodyLate } from './body-late.tsx';

const link = 'https://fairroute.example/the-next-step';
const late = {
  ...{ body: 'Everest Assurance', recruiter: 'Himal Workforce', what: 'the answer to a dispute' },
  ...{ record: 'AUD-00001/1', dueDay: '11 March 2026', link },
};

describeMails(
  {
    'a late audit body, to itself': {
      email: bodyLate({ ...late, to: 'body' }),
      says: ['AUD-00001/1', 'Himal Workforce', 'the answer to a dispute', '11 March 2026', 'officers'],
    },
    'a late audit body, to the scheme': {
      email: bodyLate({ ...late, to: 'officers' }),
      says: ['Everest Assurance', 'AUD-00001/1', '11 March 2026', 'your desk'],
    },
  },
  link,
);
