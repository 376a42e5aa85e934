import { describeMails } from '../describe-mails.ts';

import { changeReported } from './change-reported.tsx';

const link = 'https://fairroute.example/now';
const told = { number: 'C-12', recruiter: 'Sunrise Overseas', kind: 'Offices', day: '1 May 2026' };
const what = 'An office is opened in Pokhara.';

describeMails(
  {
    'change reported': {
      email: changeReported({ ...told, what, link }),
      says: ['C-12', 'Sunrise Overseas', 'Offices', '1 May 2026', what],
    },
  },
  link,
);
