"""How the forecast is worked out, in words for whoever asks."""

METHOD = (
    "The forecast asks: if you sat a fresh mock of ours now, how likely is it that you reach the pass mark? It "
    "looks at the first answer you gave to each question, in mocks and in practice; answering a question again "
    "changes nothing, and cards made from questions do not count. Recent answers weigh more. Focus areas learn from "
    "one another, and areas whose cards you recall better stand a little higher. The paper has our own quotas, "
    "because no official weights exist. The darker part of the bar holds the chance in four of five cases; the paler "
    "part allows besides for what nobody knows: how the real exam compares with our questions. What an hour would "
    "gain assumes that it brings sixty cards of the area back to mind. Tried on thousands of simulated learners, the "
    "darker part held the true chance in about 82 of 100."
)
