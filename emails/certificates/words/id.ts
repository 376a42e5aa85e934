import type { OwnWords } from './kinds.ts';

const whileSuspended = [
  'Sertifikat cetak menyebut “{suspended}”, dan daftar publik menunjukkannya. Sampai dicabut, jangan gunakan sertifikat atau tandanya, dan jangan mengatakan bahwa Anda bersertifikat.',
  'Bereskan masalahnya dan kirim buktinya. Jika penangguhan tidak diakhiri paling lambat {day}, sertifikat dicabut.',
];

const appealOpen =
  'Jika menurut Anda ini keliru, Anda dapat mengajukan banding sampai {day}. Orang yang tidak ikut memutuskan akan memeriksanya.';

/** Not yet reviewed by a native reader. */
export const id: OwnWords = {
  certificate: 'Sertifikat {number}',
  why: 'Anda menerima pesan ini karena Anda menangani sertifikat agensi Anda.',
  steps: {
    see: 'Lihat sertifikat Anda',
    todo: 'Lihat apa yang harus dilakukan',
    decision: 'Baca keputusannya',
    appeal: 'Lihat banding Anda',
    claims: 'Lihat di mana Anda menampilkannya',
    misuse: 'Lihat apa yang dicatat',
  },
  reasons: {
    open_major_finding: 'Sebuah temuan besar sedang diperbaiki',
    special_audit: 'Audit khusus sedang berlangsung',
    fees_charged: 'Pekerja dipungut biaya',
    documents_withheld: 'Dokumen pekerja ditahan',
    critical_finding: 'Sebuah temuan kritis',
    late_corrective_action: 'Perbaikan datang terlambat',
    audit_refused: 'Audit ditolak',
    surveillance_not_held: 'Audit tahunan tidak dilakukan tepat waktu',
    licence_lost: 'Izin negara hilang atau ditangguhkan',
    levy_unpaid: 'Iuran tahunan tidak dibayar',
    claims_misused: 'Sertifikat disalahgunakan di muka umum',
    own_request: 'Atas permintaan perekrut sendiri',
    suspension_unresolved: 'Penangguhan tidak diselesaikan',
    fraud: 'Penipuan',
    forced_labour: 'Kerja paksa terbukti',
    licence_revoked: 'Izin negara dicabut',
  },
  mails: {
    issued: {
      heading: 'Anda bersertifikat sampai {until}',
      text: [
        'Agensi Anda kini memegang sertifikat {number}. Sertifikat ini berlaku sampai {until}, dan daftar publik mengatakannya kepada siapa pun yang bertanya.',
        'Sertifikat ini mencakup kantor dan koridor yang disebutnya. Ini bukan izin negara dan tidak menjamin satu pekerjaan pun, jadi jangan mencantumkannya pada iklan lowongan. Subagen tidak boleh menggunakannya.',
        'Unduhlah dan tunjukkan kodenya kepada mitra. Setiap tahun ada audit, dan tidak semuanya diberitahukan sebelumnya; pembaruan harus selesai paling lambat {until}.',
      ],
      step: 'see',
    },
    suspended: {
      heading: 'sertifikat Anda ditangguhkan',
      text: ['Sertifikat {number} ditangguhkan sejak {since}. Alasannya:'],
      after: whileSuspended,
      step: 'todo',
    },
    suspended_graver: {
      heading: 'tetap ditangguhkan, dengan alasan lebih berat',
      text: [
        'Sertifikat {number} ditangguhkan sejak {since}. Penangguhan berlanjut sejak hari itu, dengan alasan yang lebih berat:',
      ],
      after: whileSuspended,
      step: 'todo',
    },
    watched: {
      heading: 'sertifikat Anda dalam pengawasan',
      text: ['Sertifikat {number} tetap berlaku, dan dalam pengawasan sejak {since}. Alasannya:'],
      after: [
        'Daftar publik menunjukkan pengawasan dengan alasan ini, dan sertifikat cetak menyebut “{active_under_watch}”. Pengawasan berakhir bila alasannya hilang; yang tidak dibereskan tepat waktu dapat berujung pada penangguhan.',
      ],
      step: 'see',
    },
    cleared: {
      heading: 'pengawasan telah berakhir',
      text: [
        'Sertifikat {number} berlaku tanpa pengawasan sejak {since}. Sertifikat cetak kembali menyebut “{active}”; riwayat di daftar publik menyimpan pengawasan itu.',
      ],
      step: 'see',
    },
    reinstated: {
      heading: 'sertifikat Anda berlaku lagi',
      text: [
        'Penangguhan sertifikat {number} diakhiri pada {since}. Terima kasih telah membereskan masalahnya.',
        'Daftar publik kembali menunjukkan Anda bersertifikat. Penangguhan tetap ada dalam riwayat Anda, dengan hari berakhirnya. Anda boleh menggunakan sertifikat dan tandanya seperti semula.',
        'Anda tidak perlu melakukan apa pun. Sertifikat berlaku sampai {until}.',
      ],
      step: 'see',
    },
    withdrawn: {
      heading: 'sertifikat Anda dicabut',
      text: ['Sertifikat {number} dicabut sejak {since}. Alasannya:'],
      after: [
        'Sertifikat cetak menyebut “{withdrawn}”, dan daftar publik menunjukkannya. Mulai hari ini, turunkan sertifikat dan tandanya di mana-mana, dan jangan mengatakan bahwa Anda bersertifikat. Apa yang Anda janjikan kepada pekerja tetap berlaku.',
      ],
      open: appealOpen,
      step: 'decision',
    },
    withdrawn_graver: {
      heading: 'tetap dicabut, dengan alasan lebih berat',
      text: [
        'Sertifikat {number} dicabut sejak {since}. Yang terungkap sesudahnya memberi pencabutan itu, sejak hari tersebut, alasan yang lebih berat:',
      ],
      after: [
        'Daftar publik kini menyebut alasan ini, dan kapan Anda boleh mengajukan lagi bergantung padanya.',
      ],
      open: appealOpen,
      step: 'decision',
    },
    ends: {
      heading: 'sertifikat Anda berakhir {in}',
      text: [
        'Sertifikat {number} berlaku sampai dengan {day}. Sehari sesudahnya, daftar publik mengatakan bahwa sertifikat itu berakhir.',
        'Sertifikat untuk siklus baru harus diberikan sebelum hari itu. Bicarakan sertifikasi ulang dengan lembaga audit Anda.',
      ],
      step: 'see',
    },
    will_be_withdrawn: {
      heading: 'sertifikat tertangguh dicabut {in}',
      text: [
        'Penangguhan sertifikat {number} belum diselesaikan. Pada {day} sertifikat dicabut untuk selamanya.',
        'Bereskan masalahnya dan kirim buktinya, agar penangguhan dapat diakhiri sebelum hari itu.',
      ],
      step: 'see',
    },
    will_be_suspended: {
      heading: 'sertifikat Anda ditangguhkan {in}',
      text: [
        'Iuran tahunan untuk sertifikat {number} belum dibayar. Jika tidak dibayar, sertifikat ditangguhkan pada {day}.',
        'Bayarlah iuran sebelum hari itu dan tidak ada yang berubah.',
      ],
      step: 'see',
    },
    licence_will_suspend: {
      heading: 'sertifikat Anda ditangguhkan {in}',
      text: [
        'Izin negara yang menjadi dasar sertifikat {number} akan berakhir. Jika sebelum itu tidak ada izin berlaku yang dikonfirmasi, sertifikat ditangguhkan pada {day}.',
        'Masukkan izin yang diperpanjang, atau izin baru untuk negara yang sama, dan mintalah otoritasnya atau program mengonfirmasinya sebelum hari itu. Maka tidak ada yang berubah.',
      ],
      step: 'see',
    },
    surveillance_will_suspend: {
      heading: 'sertifikat Anda ditangguhkan {in}',
      text: [
        'Audit pengawasan sertifikat {number} tidak dilakukan sampai harinya. Jika sebelum itu tidak dilakukan, sertifikat ditangguhkan pada {day}.',
        'Sepakati harinya dengan lembaga audit Anda dan terimalah kedatangannya. Setelah audit dilakukan, tidak ada yang berubah. Jika lembaga audit tidak datang, tulislah kepada program: program dapat memberi waktu tambahan.',
      ],
      step: 'see',
    },
    expired: {
      heading: 'sertifikat Anda telah berakhir',
      text: [
        'Sertifikat {number} berlaku sampai dengan {day}. Daftar publik kini mengatakan bahwa sertifikat itu berakhir.',
        'Berhentilah menggunakan sertifikat dan tandanya. Halaman sertifikat Anda mengatakan apakah sertifikat dapat dipulihkan.',
      ],
      step: 'see',
    },
    scope_reduced: {
      heading: 'cakupan sertifikat Anda dikurangi',
      text: [
        'Sertifikat {number} tetap seperti adanya, dan mencakup lebih sedikit sejak {since}. Yang tidak lagi dicakup:',
      ],
      after: [
        'Daftar publik menunjukkannya. Jangan mengatakan bahwa Anda bersertifikat untuk yang keluar dari cakupan. Versi sebelumnya disimpan, dengan hari-harinya.',
      ],
      open: 'Jika menurut Anda ini keliru, pemilik di agensi Anda dapat mengajukan banding sampai {day}. Cakupan yang lebih kecil berlaku sampai orang yang tidak ikut di dalamnya memutuskan, kecuali mereka membiarkan cakupan lama berlaku sementara itu.',
      closed: 'Ini mengikuti banding Anda: banding ditolak, dan pengurangan berlaku lagi.',
      step: 'see',
    },
    scope_audited: {
      heading: 'cakupan yang lebih luas diaudit dahulu',
      text: [
        'Apa yang Anda minta harus dilihat di tempat. Lembaga audit Anda merencanakan audit bersama Anda, dan panel keputusan menjawab sesudahnya. Sampai saat itu sertifikat {number} mencakup apa yang dicakupnya sekarang.',
      ],
      step: 'see',
    },
    scope_extended: {
      heading: 'cakupan sertifikat Anda diperluas',
      text: [
        'Apa yang Anda minta dikabulkan. Daftar publik kini menunjukkan cakupan sertifikat {number} yang lebih luas.',
      ],
      step: 'see',
    },
    scope_refused: {
      heading: 'cakupan yang lebih luas ditolak',
      text: [
        'Apa yang Anda minta tidak dikabulkan. Sertifikat {number} mencakup apa yang dicakupnya sebelumnya. Anda boleh meminta lagi.',
      ],
      step: 'see',
    },
    transfer_declined: {
      heading: 'lembaga itu tidak mengambil alih',
      text: [
        '{body} tidak mengambil alih sertifikat {number}. Sertifikat tetap pada lembaga auditnya, seperti semula. Anda boleh meminta lembaga lain.',
      ],
      step: 'see',
    },
    recertification_opened: {
      heading: 'sertifikasi ulang, audit sebelum {due}',
      text: [
        'Sertifikat {number} berakhir pada {day}. Bulan-bulan untuk memperbarui sertifikat Anda dimulai sekarang.',
        'Jika audit sertifikasi ulang selesai paling lambat {due}, sertifikat berikutnya dimulai dari akhir sertifikat ini dan tidak ada hari yang hilang.',
      ],
      step: 'see',
    },
    recertification_late: {
      heading: 'audit sertifikasi ulang terlambat',
      text: [
        'Audit sertifikasi ulang harus selesai paling lambat {due}, dan belum. Sertifikat {number} berakhir pada {day}.',
        'Jika dilakukan sekarang, sertifikat berikutnya dimulai pada hari diberikan. Tanpa keputusan sebelum akhirnya, sertifikat berakhir.',
      ],
      step: 'see',
    },
    claim_registered: {
      heading: 'Anda boleh menampilkannya',
      text: [
        'Anda boleh menampilkan sertifikat {number} seperti yang Anda minta: {place}. Daftar publik mencantumkan penggunaan ini selama sertifikat berlaku.',
      ],
      step: 'claims',
    },
    claim_refused: {
      heading: 'sebuah penggunaan ditolak',
      text: ['Anda tidak boleh menampilkan sertifikat {number} seperti yang Anda minta: {place}.'],
      step: 'claims',
    },
    claim_ended: {
      heading: 'berhentilah menampilkannya',
      text: [
        'Sertifikat {number} sekarang tidak berlaku. Turunkan hari ini: {place}. Jika berlaku lagi, mintalah kembali.',
      ],
      step: 'claims',
    },
    claim_withdrawn: {
      heading: 'skema mencabut sebuah penggunaan',
      text: ['Anda tidak boleh lagi menampilkan sertifikat {number} di sini: {place}. Turunkan hari ini.'],
      step: 'claims',
    },
    claim_misused: {
      heading: 'sebuah penyalahgunaan dicatat',
      text: ['Pada {day} sertifikat {number} terlihat digunakan di luar yang dicakupnya: {place}.'],
      after: [
        'Turunkan atau betulkan hari ini. Ini adalah temuan pada indikator B.1.6, pernyataan publik yang benar: tim audit Anda mengajukannya, dan Anda menjawabnya dengan rencana seperti yang lain. Skema dapat menangguhkan sertifikat karenanya.',
      ],
      step: 'misuse',
    },
    appeal_lodged: {
      heading: 'banding Anda sudah kami terima',
      text: [
        'Banding Anda sudah tiba. Paling lambat {since} Anda diberi tahu apakah lengkap, dan paling lambat {due} bagaimana diputuskan oleh orang yang tidak ikut mengambil keputusan. Keputusan itu berlaku sampai saat itu, kecuali mereka menundanya.',
      ],
      step: 'appeal',
    },
    appeal_acknowledged: {
      heading: 'banding Anda lengkap',
      text: [
        'Banding Anda lengkap dan ada pada orang yang tidak ikut mengambil keputusan. Anda mendengar dari mereka paling lambat {due}.',
      ],
      step: 'appeal',
    },
    stay_granted: {
      heading: 'penundaan dikabulkan',
      text: [
        'Sampai banding Anda diputuskan, sertifikat berstatus seperti sebelum keputusan. Daftar publik kini menunjukkannya.',
      ],
      step: 'appeal',
    },
    stay_refused: {
      heading: 'penundaan ditolak',
      text: ['Keputusan itu berlaku sampai banding Anda diputuskan, paling lambat {due}.'],
      step: 'appeal',
    },
    appeal_upheld: {
      heading: 'banding Anda dikabulkan',
      text: ['Keputusan itu tidak berlaku lagi. Halaman sertifikat Anda menunjukkan apa yang menyusul.'],
      step: 'appeal',
    },
    appeal_upheld_again: {
      heading: 'banding Anda dikabulkan',
      text: [
        'Penolakan itu tidak berlaku lagi. Panel keputusan memutuskan lagi permintaan Anda paling lambat {due}; siapa pun yang memilih dalam penolakan itu tidak memilih lagi. Anda tidak perlu melakukan apa pun, dan kami menulis bila sudah diputuskan.',
      ],
      step: 'appeal',
    },
    appeal_dismissed: {
      heading: 'banding Anda ditolak',
      text: ['Keputusan itu berlaku seterusnya. Jika sempat ditunda, keputusan berlaku lagi mulai hari ini.'],
      step: 'appeal',
    },
  },
};
