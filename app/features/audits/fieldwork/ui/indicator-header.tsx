import { evidenceTypeNames, type EvidenceType } from '#app/features/scheme/model.ts';
import { PageHeader } from '#app/ui/page.tsx';

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
};

/** What is asked, by which kinds of evidence, and of whom. */
export function IndicatorHeader({ audit, indicator }: Props) {
  const { code, principleCode, criterionCode, requirement, evidenceTypes, gradingNote } = indicator;
  const by = evidenceTypes.map((type) => evidenceTypeNames[type]).join(', ');
  return (
    <PageHeader
      title={requirement}
      eyebrow={`Principle ${principleCode} · Criterion ${criterionCode} · Indicator ${code}`}
      back={{ to: `/audits/${audit.id}/indicators`, label: audit.recruiter }}
      lead={[`Judged by ${by}.`, gradingNote ? `${gradingNote}.` : ''].join(' ')}
    />
  );
}
