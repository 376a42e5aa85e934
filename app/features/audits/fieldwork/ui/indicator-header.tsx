import { evidenceTypeNames, type EvidenceType } from '#app/features/scheme/model.ts';
import { PageHeader } from '#app/ui/page.tsx';

import { addressOfList, type IndicatorFilter } from '../list/filter.ts';

type Props = {
  audit: { id: string; recruiter: string };
  indicator: {
    code: string;
    principleCode: string;
    criterionCode: string;
    requirement: string;
    evidenceTypes: EvidenceType[];
    gradingNote: string | null;
  };
  /** The list it was opened from. */
  filter: IndicatorFilter;
};

/** What is asked, by which kinds of evidence, and of whom. */
export function IndicatorHeader({ audit, indicator, filter }: Props) {
  const { code, principleCode, criterionCode, requirement, evidenceTypes, gradingNote } = indicator;
  const by = evidenceTypes.map((type) => evidenceTypeNames[type]).join(', ');
  return (
    <PageHeader
      title={requirement}
      eyebrow={`Principle ${principleCode} · Criterion ${criterionCode} · Indicator ${code}`}
      back={{ to: addressOfList(audit.id, filter), label: `Indicators of ${audit.recruiter}` }}
      lead={[`Judged by ${by}.`, gradingNote ? `${gradingNote}.` : ''].join(' ')}
    />
  );
}
