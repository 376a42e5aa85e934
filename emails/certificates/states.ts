/** How a certificate stands, in one word or few: the same on its paper and in mails about it. */
export type States = Record<
  'active' | 'active_under_watch' | 'suspended' | 'withdrawn' | 'expired' | 'superseded' | 'transferred',
  string
>;

/** English first; the others are not yet reviewed by native readers. */
export const states = {
  en: {
    ...{ active: 'In force', active_under_watch: 'In force, under watch', suspended: 'Suspended' },
    ...{ withdrawn: 'Withdrawn', expired: 'Expired', superseded: 'Superseded', transferred: 'Transferred' },
  },
  fr: {
    ...{ active: 'En vigueur', active_under_watch: 'En vigueur, sous surveillance', suspended: 'Suspendu' },
    ...{ withdrawn: 'Retiré', expired: 'Expiré', superseded: 'Remplacé', transferred: 'Transféré' },
  },
  es: {
    ...{ active: 'En vigor', active_under_watch: 'En vigor, bajo vigilancia', suspended: 'Suspendido' },
    ...{ withdrawn: 'Retirado', expired: 'Vencido', superseded: 'Sustituido', transferred: 'Transferido' },
  },
  id: {
    ...{ active: 'Berlaku', active_under_watch: 'Berlaku, dalam pengawasan', suspended: 'Ditangguhkan' },
    ...{ withdrawn: 'Dicabut', expired: 'Berakhir', superseded: 'Digantikan', transferred: 'Dipindahkan' },
  },
  ar: {
    ...{ active: 'سارية', active_under_watch: 'سارية تحت المراقبة', suspended: 'معلقة' },
    ...{ withdrawn: 'مسحوبة', expired: 'منتهية', superseded: 'حلت محلها شهادة جديدة', transferred: 'منقولة' },
  },
  hi: {
    ...{ active: 'मान्य', active_under_watch: 'मान्य, निगरानी में', suspended: 'निलंबित' },
    ...{ withdrawn: 'वापस लिया गया', expired: 'समाप्त', superseded: 'बदला गया', transferred: 'स्थानांतरित' },
  },
  ne: {
    ...{ active: 'मान्य', active_under_watch: 'मान्य, निगरानीमा', suspended: 'निलम्बित' },
    ...{ withdrawn: 'फिर्ता लिइएको', expired: 'म्याद सकिएको' },
    ...{ superseded: 'नयाँले बदलिएको', transferred: 'सारिएको' },
  },
  bn: {
    ...{ active: 'বৈধ', active_under_watch: 'বৈধ, নজরদারিতে', suspended: 'স্থগিত' },
    ...{ withdrawn: 'প্রত্যাহৃত', expired: 'মেয়াদোত্তীর্ণ' },
    ...{ superseded: 'নতুন সনদে বদলানো', transferred: 'স্থানান্তরিত' },
  },
  ur: {
    ...{ active: 'نافذ', active_under_watch: 'نافذ، زیرِ نگرانی', suspended: 'معطل' },
    ...{
      withdrawn: 'واپس لیا گیا',
      expired: 'میعاد ختم',
      superseded: 'نئے سے بدلا گیا',
      transferred: 'منتقل شدہ',
    },
  },
  tl: {
    ...{ active: 'May bisa', active_under_watch: 'May bisa, binabantayan', suspended: 'Sinuspinde' },
    ...{ withdrawn: 'Binawi', expired: 'Paso na', superseded: 'Pinalitan ng bago', transferred: 'Inilipat' },
  },
  my: {
    ...{ active: 'အတည်ဖြစ်သည်', active_under_watch: 'အတည်ဖြစ်သည်၊ စောင့်ကြည့်ဆဲ', suspended: 'ဆိုင်းငံ့ထားသည်' },
    ...{ withdrawn: 'ရုပ်သိမ်းပြီး', expired: 'သက်တမ်းကုန်ပြီး' },
    ...{ superseded: 'အသစ်ဖြင့် အစားထိုးပြီး', transferred: 'လွှဲပြောင်းပြီး' },
  },
  km: {
    ...{ active: 'មានសុពលភាព', active_under_watch: 'មានសុពលភាព ក្រោមការតាមដាន', suspended: 'ត្រូវបានផ្អាក' },
    ...{ withdrawn: 'ត្រូវបានដកហូត', expired: 'ផុតកំណត់' },
    ...{ superseded: 'ត្រូវបានជំនួសដោយថ្មី', transferred: 'ត្រូវបានផ្ទេរ' },
  },
  vi: {
    ...{
      active: 'Có hiệu lực',
      active_under_watch: 'Có hiệu lực, đang được theo dõi',
      suspended: 'Bị đình chỉ',
    },
    ...{
      withdrawn: 'Bị thu hồi',
      expired: 'Hết hạn',
      superseded: 'Đã được thay thế',
      transferred: 'Đã chuyển',
    },
  },
  am: {
    ...{ active: 'በሥራ ላይ ያለ', active_under_watch: 'በሥራ ላይ ያለ፣ በክትትል ሥር', suspended: 'የታገደ' },
    ...{ withdrawn: 'የተሰረዘ', expired: 'ጊዜው ያለፈበት', superseded: 'በአዲስ የተተካ', transferred: 'የተዛወረ' },
  },
  sw: {
    ...{
      active: 'Kinatumika',
      active_under_watch: 'Kinatumika, chini ya uangalizi',
      suspended: 'Kimesimamishwa',
    },
    ...{ withdrawn: 'Kimefutwa', expired: 'Muda umeisha' },
    ...{ superseded: 'Nafasi imechukuliwa na kipya', transferred: 'Kimehamishwa' },
  },
  th: {
    ...{ active: 'มีผลใช้ได้', active_under_watch: 'มีผลใช้ได้ อยู่ระหว่างการเฝ้าระวัง', suspended: 'ถูกระงับ' },
    ...{ withdrawn: 'ถูกเพิกถอน', expired: 'หมดอายุ', superseded: 'ถูกแทนที่ด้วยฉบับใหม่', transferred: 'ถูกโอน' },
  },
  ms: {
    ...{
      active: 'Berkuat kuasa',
      active_under_watch: 'Berkuat kuasa, dalam pemantauan',
      suspended: 'Digantung',
    },
    ...{
      withdrawn: 'Ditarik balik',
      expired: 'Tamat tempoh',
      superseded: 'Diganti',
      transferred: 'Dipindahkan',
    },
  },
  pt: {
    ...{ active: 'Em vigor', active_under_watch: 'Em vigor, sob vigilância', suspended: 'Suspenso' },
    ...{ withdrawn: 'Retirado', expired: 'Expirado', superseded: 'Substituído', transferred: 'Transferido' },
  },
  ru: {
    ...{ active: 'Действует', active_under_watch: 'Действует, под наблюдением', suspended: 'Приостановлен' },
    ...{ withdrawn: 'Отозван', expired: 'Истёк', superseded: 'Заменён новым', transferred: 'Передан' },
  },
  ta: {
    ...{ active: 'செல்லும்', active_under_watch: 'செல்லும், கண்காணிப்பில் உள்ளது', suspended: 'இடைநிறுத்தப்பட்டது' },
    ...{ withdrawn: 'திரும்பப் பெறப்பட்டது', expired: 'காலாவதியானது' },
    ...{ superseded: 'புதியதால் மாற்றப்பட்டது', transferred: 'வேறு அமைப்புக்கு மாற்றப்பட்டது' },
  },
  si: {
    ...{ active: 'වලංගුයි', active_under_watch: 'වලංගුයි, නිරීක්ෂණය යටතේ', suspended: 'අත්හිටුවා ඇත' },
    ...{ withdrawn: 'ඉල්ලා අස්කරගෙන ඇත', expired: 'කල් ඉකුත් වී ඇත' },
    ...{ superseded: 'අලුත් එකක් ඒ වෙනුවට ඇත', transferred: 'මාරු කර ඇත' },
  },
  lo: {
    ...{ active: 'ມີຜົນໃຊ້ໄດ້', active_under_watch: 'ມີຜົນໃຊ້ໄດ້ ພາຍໃຕ້ການຕິດຕາມ', suspended: 'ຖືກໂຈະ' },
    ...{ withdrawn: 'ຖືກຖອນ', expired: 'ໝົດອາຍຸ', superseded: 'ຖືກແທນດ້ວຍສະບັບໃໝ່', transferred: 'ຖືກໂອນ' },
  },
} satisfies Record<string, States>;
