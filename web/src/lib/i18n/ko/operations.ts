export const store = {
  title: '저장소',
  hint: '이 곳간이 파일을 두는 곳이 약속을 지키는지 봅니다.',
  examine: '지금 점검',
  about: '저장소 정보',
  place: '위치',
  examined: '마지막 점검',
  never: '아직 없음',
  direct: {
    label: '직접 업로드',
    refused: '쓰지 않음: 파일이 서버를 거쳐 갑니다',
    staged: '임시 자리에 올린 뒤 확정합니다',
    live: '제자리에 바로 올립니다',
  },
  promises: '저장소의 약속',
  promise: '약속',
  result: '결과',
  seen: '확인한 내용',
  notYet: '아직 점검하지 않았습니다. “지금 점검”을 누르세요.',
  outcome: { kept: '지킴', broken: '지키지 않음', absent: '해당 없음' },
  probes: {
    conditional_put: {
      promise: 'If-None-Match: * 로 쓰면 덮어쓰지 않습니다',
      without: '제자리에 바로 올리지 않고, 서버가 쓰기 전에 먼저 확인합니다.',
    },
    checksum: {
      promise: '서명한 것과 다른 바이트는 거절합니다',
      without: '직접 업로드를 쓰지 않습니다. 모든 바이트가 서버를 거칩니다.',
    },
    signed_headers: {
      promise: '서명에 든 헤더가 빠지면 주소가 통하지 않습니다',
      without: '직접 업로드를 쓰지 않습니다. 모든 바이트가 서버를 거칩니다.',
    },
    copy_source: {
      promise: '원본의 ETag가 다르면 복사하지 않습니다',
      without: '복사하는 바로 그 순간 밖에서 바뀐 것은 다음 점검에서야 드러납니다.',
    },
    etag_md5: {
      promise: 'ETag가 내용의 MD5입니다',
      without: '업로드를 확정할 때 목록을 천 개씩 보지 않고 파일마다 확인합니다.',
    },
    nfc_aliasing: {
      promise: '조합형(NFC)과 분해형(NFD) 이름이 R2처럼 한 키입니다',
      without: '곳간은 조합형 이름만 씁니다. 다른 도구가 분해형으로 쓴 것은 곳간의 파일이 아닙니다.',
    },
    list_after_write: {
      promise: '쓰고 지운 것이 목록에 바로 보입니다',
      without: '이 저장소는 쓰지 마세요. 확정, 점검, 삭제가 모두 여기에 기댑니다.',
    },
    list_order: {
      promise: '목록이 UTF-8 바이트 순서입니다',
      without: '전체를 읽어 순서를 맞춥니다.',
    },
    batch_delete: {
      promise: '한 번의 요청으로 여러 객체를 지웁니다',
      without: '하나씩 지웁니다.',
    },
    download_names: {
      promise: '서명한 주소가 내려받을 파일의 종류와 이름을 알려 줍니다',
      without: '내려받기는 서버를 거치고, 서버가 이름을 알려 줍니다.',
    },
    cors_preflight: {
      promise: '브라우저가 곳간의 주소에서 PUT 할 수 있습니다',
      without: '브라우저는 서버를 거쳐 올립니다. 버킷 설정에 CORS 규칙을 붙여 넣으세요.',
    },
  },
  cors: 'CORS 설정',
  corsHint: '브라우저가 버킷에 직접 올리려면 버킷의 CORS 설정에 이것을 붙여 넣으세요.',
};

export const audit = {
  title: '활동 기록',
  hint: '누가 무엇을 바꾸었는지, 새것부터 보여 줍니다.',
  table: '기록',
  at: '때',
  who: '사람',
  action: '한 일',
  what: '대상',
  nobody: '서버 또는 떠난 사람',
  empty: '아직 기록이 없습니다',
};
