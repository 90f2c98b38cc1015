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
  cors: 'CORS 설정',
  corsHint: '브라우저가 버킷에 직접 올리려면 버킷의 CORS 설정에 이것을 붙여 넣으세요.',
};

export const register = {
  title: '계정 만들기',
  hint: '이 서버가 가입을 허용할 때만 만들 수 있습니다. 아니면 관리자에게 부탁하세요.',
  invited: '초대를 받으셨습니다. 계정을 만든 뒤 초대를 수락하세요.',
  name: '이름 (선택)',
  submit: '계정 만들기',
  known: '이미 계정이 있습니다',
  none: '계정이 없습니다',
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
