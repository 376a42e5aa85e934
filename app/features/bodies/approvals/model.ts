/** That the scheme lets an audit body audit recruiters of these countries and sectors. */
export type Approval = {
  countries: readonly string[];
  sectors: readonly string[];
  validFrom: string;
  validUntil: string;
  /** The day on which the scheme ended it before its time. */
  endedOn: string | null;
};

export const approvalStandings = ['to_come', 'in_force', 'ending', 'expired', 'ended'] as const;
export type ApprovalStanding = (typeof approvalStandings)[number];

export const standingNames: Record<ApprovalStanding, string> = {
  to_come: 'Begins later',
  in_force: 'In force',
  ending: 'Ends soon',
  expired: 'Expired',
  ended: 'Ended by the scheme',
};

/** Days ahead of its end on which an approval is warned of. */
export const warningSteps = [7, 30, 90] as const;
export type WarningStep = (typeof warningSteps)[number];
