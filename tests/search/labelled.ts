/**
 * Invented agencies, each with what people type who look for it. None of them is a firm. An agency: name, country, name
 * in its own script, trading name, licence; then the questions that must find it.
 */
export type Labelled = {
  name: string;
  country: string;
  local: string | null;
  trading: string | null;
  licence: string;
  questions: string[];
};

const lines = `
Himal Suryodaya Overseas Pvt. Ltd.;NP;हिमाल सूर्योदय ओभरसिज प्रा. लि.;Suryodaya Jobs;812/066/67;himal suryodaya overseas|HIMAL SURYODAYA|suryodaya himal overseas|himal suryodya oversees|हिमाल सूर्योदय|Himal Suryoday Overseas Private Limited|suryodaya jobs|licence no. 812/066/67
Mohammed Karwan Recruiting Agency Ltd.;BD;মোহাম্মদ কারওয়ান রিক্রুটিং এজেন্সি লিঃ;;RL-1407;mohammed karwan|muhammad karwan recruiting|محمد كروان|মোহাম্মদ কারওয়ান|mohamed karwan recruitment agency|Mohammad Karwan Agy|karwan mohammed|RL 1407|rl-১৪০৭
Al Noor Sahara Manpower Est.;SA;مؤسسة نور صحارى للتوظيف;Sahara Staffing;SA-55120;al noor sahara manpower|alnoor sahara manpower|noor sahara|نور صحارى|النور صحارى للتوظيف|Al-Nour Sahara Manpower Establishment|sahara staffing|sa 55120|SA-٥٥١٢٠
Bagmati Tara International Services Pvt. Ltd.;NP;बागमती तारा इन्टरनेसनल सर्भिसेज प्रा. लि.;Tara Global;944/068/69;bagmati tara intl services|Bagmati Tara International|बागमती तारा|bagmati tra international services|tara bagmati|Bagmatee Tara Intl. Svcs.|tara global|944-068-69
Padma Shonar Overseas Limited;BD;পদ্মা সোনার ওভারসিজ লিমিটেড;;RL-0923;padma shonar|padma sonar overseas|পদ্মা সোনার|পদ্মা সোনার ওভারসিজ|padma shonar overseas ltd|shonar padma overseas|pdama shonar overseas|rl0923
Luzon Bituin Manpower Corporation;PH;;Bituin Careers;DMW-118-LB-2021;luzon bituin|Luzon Bituin Manpower Corp.|bituin luzon manpower|luzon bitun manpower|Luson Bituin|bituin careers|dmw 118 lb 2021|luzon bituin mnpwr
Nusantara Melati Sejahtera PT;ID;;Melati Kerja;SIP3MI-447;nusantara melati sejahtera|PT Nusantara Melati Sejahtera|PT. NUSANTARA MELATI|melati sejahtera nusantara|nusantara melati sejatera|nusantara mlati|melati kerja|sip3mi 447
Kandy Araliya Employment Agency (Pvt) Ltd;LK;කැන්ඩි අරලිය;Araliya Abroad;SLB-2209;kandy araliya|kandy araliya employment agencies|araliya kandy|kandi araliya employment|kandy aralya agency|kandy araliya pvt ltd|araliya abroad|slb2209
Siam Thong Recruitment Co., Ltd.;TH;บริษัท จัดหางาน สยามทอง จำกัด;Thong Work;TH-0771;siam thong|สยามทอง|จัดหางานสยามทอง|Siam Thong Recruitment Company Limited|siamthong recruitment|siam tong recruitment|thong siam|th 0771
Mandalay Shwe Pan Overseas Employment Co., Ltd.;MM;ရွှေပန်း;;MM-310/2019;mandalay shwe pan|shwe pan mandalay|ရွှေပန်း|Mandalay Shwepan Overseas|mandaly shwe pan employment|mandalay shwe pan overseas emp.|mm 310 2019|MM-၃၁၀/၂၀၁၉
Angkor Romdoul Manpower Supply Co., Ltd.;KH;ក្រុមហ៊ុន អង្គរ រំដួល;Romdoul Jobs;KH-066;angkor romdoul|អង្គរ រំដួល|romdoul angkor manpower supply|ankor romdoul manpower|Angkor Romduol|angkor romdoul mp supply|romdoul jobs|kh ០៦៦
Sheba Tikur Abay Employment Agency PLC;ET;ሳባ ጥቁር አባይ ኤጀንሲ;Abay Work;ET-5512;sheba tikur abay|tikur abay sheba|ጥቁር አባይ|ሳባ ጥቁር አባይ|Sheba Tikur Abai Employment Agency|sheba tiqur abay agency|abay work|et5512
Baraka Simba Recruiters Ltd;KE;;Simba Careers;NEA/1180/22;baraka simba|baraka simba recruiters limited|simba baraka|barka simba recruiters|Baraka Simba Recruitment|simba careers|nea 1180 22|NEA118022
Karachi Shaheen Travels & Manpower;PK;کراچی شاہین;;OEP-2871-KHI;karachi shaheen|کراچی شاہین|karachi shahin manpower|shaheen karachi travels and manpower|karachi shaheen travels manpower|krachi shaheen|oep 2871 khi|OEP/2871/KHI
Mekong Hoa Sen Labour Export JSC;VN;Công ty Hoa Sen Mê Kông;Hoa Sen Jobs;VN-LD-77;mekong hoa sen|mekong hoa sen labor export|hoa sen me kong|Mê Kông Hoa Sen|hoa sen mekong labour|mekong hoasen|hoa sen jobs|vn ld 77
Jade Harbour Labour Service Ltd;CN;翡翠港劳务有限公司;Jade Hands;CN-90017;jade harbour labour|jade harbor labour service|翡翠港|翡翠港劳务|harbour jade|jade habour labour|jade hands|cn 90017
Golden Falcon Human Resources LLC;AE;جولدن فالكون;Falcon People;AE-CN-3318;golden falcon human resources|golden falcon hr llc|جولدن فالكون|falcon golden|goldn falcon human resources|golden falcom human resources|falcon people|aecn3318
Ramgarh Ashoka Consultants Pvt Ltd;IN;रामगढ़ अशोका कंसल्टेंट्स;;B-0719/MUM/PER;ramgarh ashoka|ramgarh ashoka consultancy|रामगढ़ अशोका|ashoka ramgarh consultants|ramgadh ashoka|ramgarh asoka consultants|B0719/MUM/PER|b-0719-mum-per
Chennai Thangam Overseas;IN;சென்னை தங்கம்;Thangam Jobs;B-1188/CHE;chennai thangam|சென்னை தங்கம்|chennai tangam overseas|thangam chennai|chenai thangam overseas|chennai thangam os|thangam jobs|b1188 che
Lahore Gulab Recruiting Agency;PK;لاہور گلاب;Gulab Careers;OEP-1120-LHR;lahore gulab|لاہور گلاب|gulab lahore|lahor gulab recruiting|lahore gulaab agency|lahore gulab rec agcy|gulab careers|oep1120lhr
Cebu Amihan Global Placement Inc.;PH;;Amihan Abroad;DMW-204-LB-2020;cebu amihan|cebu amihan global|amihan cebu global placement|cebu amhian placement|sebu amihan|cebu amihan global placement incorporated|amihan abroad|DMW204LB2020
Surabaya Cendana Karya PT;ID;;Cendana Kerja;SIP3MI-512;surabaya cendana|surabaya cendana karya|cendana karya surabaya|surabaia cendana karya|surabaya cendna karya|pt surabaya cendana karya tbk|cendana kerja|SIP3MI512
Everglow Trishul Manpower Pvt. Ltd.;NP;एभरग्लो त्रिशूल म्यानपावर;;1033/070/71;everglow trishul|everglow trisul manpower|एभरग्लो त्रिशूल|trishul everglow|everglo trishul manpower|Ever Glow Trishul Manpower|1033/070/71|१०३३/०७०/७१
Zafran Hadid Labour Supply WLL;QA;زعفران حديد;Hadid Hands;QA-20-884;zafran hadid|زعفران حديد|zafraan hadeed labour|hadid zafran|zafran hadid w.l.l.|zafran haded labour supply|hadid hands|qa 20 884
Dhaulagiri Lotus Recruitment Pvt. Ltd.;NP;धौलागिरी लोटस रिक्रुटमेन्ट;Lotus Kaam;655/063/64;dhaulagiri lotus|dhawalagiri lotus recruitment|धौलागिरी लोटस|lotus dhaulagiri|dhaulagri lotus|dhaulagiri lotus recruiters|lotus kaam|655 063 64
Meghna Konok Employment Services;BD;মেঘনা কনক;;RL-1811;meghna konok|মেঘনা কনক|meghna kanak employment|konok meghna|megna konok employment services|meghna konok emp svcs|RL১৮১১|rl 1811
Penang Kelapa Resources Sdn Bhd;MY;;Kelapa Crew;JTK-0440;penang kelapa|penang kelapa resources sdn. bhd.|kelapa penang|pinang kelapa resources|penang klapa resources|penang kelapa resource|kelapa crew|jtk0440
Straits Orchid Employment Pte. Ltd.;SG;;Orchid Care;SG-12C-6611;straits orchid|straits orchid employment pte ltd|orchid straits|strait orchid employment|straits orkid|straits orchd employment|orchid care|12C6611 SG-12C-6611
Nile Papyrus Recruitment Office;EG;مكتب نيل بابيروس;Papyrus Work;EG-441;nile papyrus|nile papirus recruitment|نيل بابيروس|papyrus nile|nile papyrus recruiting office|nil papyrus|papyrus work|eg 441
Accra Sankofa Manpower Ltd.;GH;;Sankofa Jobs;GH-PEA-71;accra sankofa|sankofa accra manpower|akra sankofa|accra sankofa mp|accra sancofa manpower|accra sankofa man power|sankofa jobs|gh pea 71
Kigali Inzozi Placement Ltd;RW;;Inzozi Work;RW-210;kigali inzozi|inzozi kigali|kigali inzozi placements|kigal inzozi|kigali inzosi placement|kigali inzozi ltd.|inzozi work|rw210
Tashkent Yulduz Overseas LLC;UZ;Ташкент Юлдуз;Yulduz Ish;UZ-88;tashkent yulduz|Ташкент Юлдуз|yulduz tashkent|toshkent yulduz|tashkent yuldus overseas|tashkent yulduz o/s|yulduz ish|uz 88
Dushanbe Sitora Migration Services;TJ;Душанбе Ситора;Sitora Kor;TJ-19;dushanbe sitora|Душанбе Ситора|sitora dushanbe|dushanbe sitara migration|dushambe sitora|dushanbe sitora migration svc|sitora kor|tj-19
Colombo Nelum Foreign Employment Bureau;LK;කොළඹ නෙළුම්;Nelum Jobs;SLB-1701;colombo nelum|nelum colombo|colombo nelum foreign employment|kolombo nelum|colombo nelm bureau|colombo nelum foreign emp. bureau|nelum jobs|SLB 1701
Pokhara Machhapuchhre Staffing Pvt. Ltd.;NP;पोखरा माछापुच्छ्रे;;701/064/65;pokhara machhapuchhre|pokhara machapuchre staffing|पोखरा माछापुच्छ्रे|machhapuchhre pokhara|pokhra machhapuchhre|pokhara machhapuchre|701-064-65|७०१/०६४/६५
Sylhet Shapla Trade International;BD;সিলেট শাপলা;Shapla Visa;RL-0606;sylhet shapla|সিলেট শাপলা|silet shapla trade|shapla sylhet|sylhet shapla trade intl|sylet shapla|shapla visa|rl 0606
Kuwait Dana Labour Recruitment Co.;KW;شركة دانة الكويت;Dana Helpers;KW-771-B;kuwait dana|دانة الكويت|dana kuwait labour|kuwait daana labour|kuwit dana recruitment|kuwait dana labour recruitment company|dana helpers|kw771b
Muscat Luban Manpower SAOC;OM;لبان مسقط;Luban Team;OM-5/812;muscat luban|لبان مسقط|luban muscat manpower|muscat looban manpower|maskat luban|muscat luban man power saoc|luban team|om 5 812
Vientiane Champa Labour Co., Ltd.;LA;ຈຳປາ;Champa Work;LA-033;vientiane champa|champa vientiane labour|ຈຳປາ|vientian champa|vientiane chompa labour|vientiane champa co ltd|champa work|la033
Amman Zaytoun Employment Office;JO;عمان زيتون;Zaytoun Jobs;JO-1200;amman zaytoun|عمان زيتون|zaitoun amman|amman zeitoun employment|aman zaytoun|amman zaytoun office|zaytoun jobs|jo 1200
`;

export const labelled: Labelled[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', country = '', local = '', trading = '', licence = '', questions = ''] = line.split(';');
    return {
      ...{ name, country, licence },
      local: local || null,
      trading: trading || null,
      questions: questions.split('|'),
    };
  });
