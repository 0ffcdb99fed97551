/** What quiz, riddles and jigsaw say no with. */
export const gamePlayRefusals = {
  'quiz.unknown': 'This quiz was not found. Go back to Play and choose again.',
  'quiz.closed': 'This quiz is not open now. Try another game.',
  'quiz.passed': 'You have passed today. Come back tomorrow.',
  'quiz.roundsUsed': 'There are {max} rounds a day, and you have played them. Come back tomorrow.',
  'quiz.order': 'Questions are answered one by one. Go on with the present one.',
  'quiz.answered': 'This question is answered, and the first answer counts. Go on with the next.',
  'riddle.unknown': 'This riddle was not found. Go back to Play and choose again.',
  'riddle.closed': 'The riddles do not hang now. Come back another day.',
  'riddle.over': 'This riddle is settled. Go on to the next one.',
  'riddle.empty': 'An answer needs letters. Write it and send it again.',
  'riddle.noHint': 'There are no more hints. Have a guess.',
  'row.unknownFestival': 'There is no riddle festival “{festival}”. Import it first.',
  'row.unknownQuiz': 'There is no quiz “{quiz}”. Import the quizzes first.',
  'row.optionsChanged': 'This question has {have} options, and their number stays. Make a new question.',
};
