"""Full text beside the store: papers, questions and answers, with Dutch stemming."""
