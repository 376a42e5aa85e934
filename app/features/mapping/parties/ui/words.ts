import { actorKinds, type ActorKind } from '../../chain/model.ts';

export const kindNames: Record<ActorKind, string> = {
  place: 'Place',
  introducer: 'Introducer',
  sub_agent: 'Sub-agent',
  recruiter: 'Recruiter',
  clinic: 'Clinic',
  trainer: 'Trainer',
  transporter: 'Transporter',
  lender: 'Lender',
  destination_agency: 'Agency at the destination',
  employer: 'Employer',
  site: 'Site',
  brand: 'Company',
};
export const kindIn = (kind: string | null): ActorKind => actorKinds.find((each) => each === kind) ?? 'place';
