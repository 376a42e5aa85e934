/** A report that names nobody, as its form sends it. */
export const report = {
  summary: 'Sound on the whole, with findings on fees.',
  scope: 'Head office, both branches, the corridors to Qatar and Malaysia, one year.',
  method: 'Documents, visits and interviews; two unions were asked beforehand.',
  sample: 'Twelve of 64 workers, in strata by corridor and stage.',
  strengths: 'The no-fee rule is known to everyone who was asked.',
  notSeen: 'One sub-agent was abroad.',
  publicSummary: 'The agency runs a working system; gaps in its cost schedules were found.',
};
