import { describeMails } from '../describe-mails.ts';

import { auditCancelled, teamChanged } from './team-changed.tsx';

const link = 'https://fairroute.example/the-next-step';
const changed = { reference: 'AUD-00001', team: 'Bo Ek, Anjali Rao', link };
const day = '6 March 2026';

describeMails(
  {
    'a successor on a team': {
      email: teamChanged({ ...changed, objectBy: day }),
      says: ['AUD-00001', 'Bo Ek, Anjali Rao', `object by ${day}`],
    },
    'a team that somebody left': {
      email: teamChanged({ ...changed, objectBy: undefined }),
      says: ['AUD-00001', 'stays as it was'],
    },
    'a cancelled audit': {
      email: auditCancelled({ reference: 'AUD-00001', auditBody: 'Meridian Audit', link }),
      says: ['Meridian Audit', 'AUD-00001', 'Nobody comes'],
    },
  },
  link,
);
