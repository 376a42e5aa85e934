import type { NewOrganisation } from '#app/features/accounts/commands.server.ts';
import type { Role } from '#app/platform/scope.ts';

type Member = { email: string; name: string; role: Role };
export type Troupe = NewOrganisation & { staff: Member[] };

/** How far a recruiter has come by today. */
export type Part =
  | 'draft'
  | 'under_review'
  | 'applicant'
  | 'in_audit'
  | 'correcting'
  | 'decision_pending'
  | 'certified'
  | 'under_watch'
  | 'suspended'
  | 'withdrawn'
  | 'expired'
  | 'refused';

export type Recruiter = {
  agency: Troupe;
  part: Part;
  /** Days before today on which the application began. */
  begunDaysAgo: number;
  localAuthority: string;
  city: string;
  corridors: string[];
  sectors: string[];
  body: 'meridian' | 'compass';
};

/** The scheme, companies and an authority. */
export const others: Troupe[] = [
  {
    kind: 'scheme',
    name: 'Fair Recruitment Scheme',
    country: 'CH',
    staff: [
      { email: 'officer@scheme.example', name: 'Paolo Ferri', role: 'officer' },
      { email: 'decider@scheme.example', name: 'Miriam Okafor', role: 'decider' },
      { email: 'caseworker@scheme.example', name: 'Nadia Haddad', role: 'caseworker' },
      // Somebody else's case is opened by two, and an appeal is answered by another.
      { email: 'cases@scheme.example', name: 'Joon Park', role: 'caseworker' },
      { email: 'trainer@scheme.example', name: 'Lucy Tan', role: 'trainer' },
      // Whoever had a part in a decision has none in its appeal: one proposes, another confirms, a third votes again.
      { email: 'appeals@scheme.example', name: 'Ingrid Solheim', role: 'officer' },
      { email: 'confirms@scheme.example', name: 'Kofi Mensah', role: 'officer' },
      { email: 'panel@scheme.example', name: 'Hana Sato', role: 'decider' },
    ],
  },
  {
    kind: 'company',
    name: 'Northwind Apparel',
    country: 'SE',
    staff: [{ email: 'sourcing@northwind-apparel.example', name: 'Erik Holm', role: 'company' }],
  },
  {
    kind: 'company',
    name: 'Delta Garments',
    country: 'BD',
    staff: [{ email: 'site@delta-garments.example', name: 'Shirin Akter', role: 'company' }],
  },
  {
    kind: 'company',
    name: 'Harbour Lights Hotels',
    country: 'QA',
    staff: [{ email: 'people@harbour-lights.example', name: 'Maryam Saleh', role: 'company' }],
  },
  {
    kind: 'authority',
    name: 'Ministry of Labour (demonstration)',
    country: 'NP',
    staff: [{ email: 'observer@labour-ministry.example', name: 'Kiran Thapa', role: 'authority' }],
  },
];

export const bodies: Troupe[] = [
  {
    kind: 'audit_body',
    name: 'Meridian Audit',
    country: 'SE',
    staff: [
      { email: 'auditor@meridian-audit.example', name: 'Anjali Rao', role: 'auditor' },
      { email: 'second@meridian-audit.example', name: 'Jonas Berg', role: 'auditor' },
      { email: 'reviewer@meridian-audit.example', name: 'Tomas Lindqvist', role: 'reviewer' },
    ],
  },
  {
    kind: 'audit_body',
    name: 'Compass Assurance',
    country: 'MY',
    staff: [
      { email: 'auditor@compass-assurance.example', name: 'Aisyah Rahman', role: 'auditor' },
      { email: 'reviewer@compass-assurance.example', name: 'Daniel Lim', role: 'reviewer' },
    ],
  },
];

const agency = (
  name: string,
  country: string,
  owner: [email: string, name: string],
  nameLocal?: string,
): Troupe => ({
  kind: 'recruiter',
  name,
  country,
  ...(nameLocal && { nameLocal }),
  staff: [{ email: owner[0], name: owner[1], role: 'recruiter' }],
});

/** Twelve invented agencies from eleven countries, in every standing. */
export const recruiters: Recruiter[] = [
  {
    agency: agency(
      'Everest Manpower Services',
      'NP',
      ['owner@everest-manpower.example', 'Sabina Gurung'],
      'एभरेस्ट म्यानपावर सर्भिसेज',
    ),
    part: 'certified',
    begunDaysAgo: 620,
    localAuthority: 'Department of Foreign Employment',
    city: 'Kathmandu',
    corridors: ['NP-QA', 'NP-MY', 'NP-RO'],
    sectors: ['F', 'I'],
    body: 'meridian',
  },
  {
    agency: agency(
      'Sunrise Overseas',
      'BD',
      ['owner@sunrise-overseas.example', 'Rafiqul Islam'],
      'সানরাইজ ওভারসিজ',
    ),
    part: 'under_review',
    begunDaysAgo: 16,
    localAuthority: 'Bureau of Manpower, Employment and Training',
    city: 'Dhaka',
    corridors: ['BD-SA', 'BD-MY'],
    sectors: ['C', 'F'],
    body: 'meridian',
  },
  {
    agency: agency(
      'Blue Lotus Overseas',
      'LK',
      ['owner@blue-lotus.example', 'Dinesh Perera'],
      'නිල් මානෙල් ඕවර්සීස්',
    ),
    part: 'suspended',
    begunDaysAgo: 540,
    localAuthority: 'Bureau of Foreign Employment',
    city: 'Colombo',
    corridors: ['LK-KW', 'LK-AE'],
    sectors: ['T', 'I'],
    body: 'meridian',
  },
  {
    agency: agency('Mabuhay Pathways', 'PH', ['owner@mabuhay-pathways.example', 'Liza Santos']),
    part: 'under_watch',
    begunDaysAgo: 480,
    localAuthority: 'Department of Migrant Workers',
    city: 'Manila',
    corridors: ['PH-SG', 'PH-HK'],
    sectors: ['Q', 'T'],
    body: 'compass',
  },
  {
    agency: agency('Nusantara Karya Bersama', 'ID', ['owner@nusantara-karya.example', 'Budi Hartono']),
    part: 'correcting',
    begunDaysAgo: 190,
    localAuthority: 'Migrant Worker Protection Agency',
    city: 'Surabaya',
    corridors: ['ID-MY', 'ID-TW'],
    sectors: ['A', 'C'],
    body: 'meridian',
  },
  {
    agency: agency(
      'Golden Delta Services',
      'MM',
      ['owner@golden-delta.example', 'Thida Win'],
      'ရွှေမြစ်ဝကျွန်း ဝန်ဆောင်မှု',
    ),
    part: 'applicant',
    begunDaysAgo: 60,
    localAuthority: 'Department of Labour',
    city: 'Yangon',
    corridors: ['MM-TH'],
    sectors: ['C', 'A'],
    body: 'compass',
  },
  {
    agency: agency(
      'Hoa Sen Labour Export',
      'VN',
      ['owner@hoa-sen.example', 'Tran Minh Chau'],
      'Xuất khẩu lao động Hoa Sen',
    ),
    part: 'decision_pending',
    begunDaysAgo: 240,
    localAuthority: 'Department of Overseas Labour',
    city: 'Hanoi',
    corridors: ['VN-JP', 'VN-KR'],
    sectors: ['C', 'Q'],
    body: 'meridian',
  },
  {
    agency: agency(
      'Sheba Gate Employment',
      'ET',
      ['owner@sheba-gate.example', 'Hanna Tesfaye'],
      'ሳባ በር የሥራ ቅጥር',
    ),
    part: 'withdrawn',
    begunDaysAgo: 900,
    localAuthority: 'Ministry of Labour and Skills',
    city: 'Addis Ababa',
    corridors: ['ET-JO', 'ET-AE'],
    sectors: ['T'],
    body: 'compass',
  },
  {
    agency: agency('Savanna Link Agencies', 'KE', ['owner@savanna-link.example', 'Peter Mwangi']),
    part: 'expired',
    begunDaysAgo: 1330,
    localAuthority: 'National Employment Authority',
    city: 'Nairobi',
    corridors: ['KE-QA', 'KE-AE'],
    sectors: ['N', 'H'],
    body: 'compass',
  },
  {
    agency: agency(
      'Indus Horizon Promoters',
      'PK',
      ['owner@indus-horizon.example', 'Imran Qureshi'],
      'انڈس ہورائزن پروموٹرز',
    ),
    part: 'refused',
    begunDaysAgo: 400,
    localAuthority: 'Bureau of Emigration and Overseas Employment',
    city: 'Lahore',
    corridors: ['PK-SA', 'PK-OM'],
    sectors: ['F'],
    body: 'compass',
  },
  {
    agency: agency(
      'Malabar Overseas Careers',
      'IN',
      ['owner@malabar-careers.example', 'Priya Nair'],
      'മലബാർ ഓവർസീസ് കരിയേഴ്സ്',
    ),
    part: 'in_audit',
    begunDaysAgo: 120,
    localAuthority: 'Protector General of Emigrants',
    city: 'Kochi',
    corridors: ['IN-AE', 'IN-GB'],
    sectors: ['Q', 'F'],
    body: 'meridian',
  },
  {
    agency: agency(
      'Mekong Bridge Recruitment',
      'KH',
      ['owner@mekong-bridge.example', 'Sok Dara'],
      'ស្ពានមេគង្គ',
    ),
    part: 'draft',
    begunDaysAgo: 5,
    localAuthority: 'Ministry of Labour and Vocational Training',
    city: 'Phnom Penh',
    corridors: ['KH-TH'],
    sectors: ['A', 'F'],
    body: 'compass',
  },
];
