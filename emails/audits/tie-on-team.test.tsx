import { describeMails } from '../describe-mails.ts';

import { tieOnTeam } from './tie-on-team.tsx';

const link = 'https://fairroute.example/the-next-step';
const told = { member: 'Anjali Rao', recruiter: 'Himal Workforce', reference: 'AUD-00001', link };

describeMails(
  { 'a tie on a team': { email: tieOnTeam(told), says: ['Anjali Rao', 'Himal Workforce', 'AUD-00001'] } },
  link,
);
