"""Template tags on the page: cards, figures, links and boxes, never raw braces."""

import re

import pytest

from tests.catalog.rendering import html, rendered

_CODE = re.compile(r"<pre>.*?</pre>|<code>.*?</code>", re.DOTALL)


def _bare(text: str) -> str:
    """The HTML without what stands in code."""
    return _CODE.sub("", html(text))


def test_a_video_becomes_an_offline_card_that_links_outside() -> None:
    shown = html("{{< youtube HcoTwjPnLC0 >}}", videoId="HcoTwjPnLC0", duration=48)
    assert 'class="offline-card"' in shown
    assert 'href="https://www.youtube.com/watch?v=HcoTwjPnLC0">A title<' in shown
    assert "0:48" in shown


@pytest.mark.parametrize(
    ("tag", "part"),
    [
        ("{{< vimeo 12345 >}}", "https://vimeo.com/12345"),
        ('{{< youtube id="abc" title="Ours" >}}', ">Ours<"),
        ('{{< figure src="a.png" alt="An *a*" caption="See **this**" >}}', "See <b>this</b>"),
        ('{{< param "colour" >}}', "green"),
        ('{{< param "deep.colour" >}}', "blue"),
        ('[x]({{< ref "page.md#part" >}})', 'href="app:page.md#part"'),
        ('[x]({{% relref "/docs/page" %}})', 'href="app:/docs/page"'),
        ("{{< relref page >}}", 'href="app:page"'),
        ("[x]({% link _posts/2020-01-02-a.md %})", 'href="app:_posts/2020-01-02-a.md"'),
        ("[x]({{ '/docs/a' | relative_url }})", 'href="app:/docs/a"'),
        ("[x]({{ site.baseurl }}/docs/a)", 'href="app:/docs/a"'),
        ("{{< highlight go >}}\na := 1 < 2\n{{< /highlight >}}", "a := 1 &lt; 2</code></pre>"),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", "puts 1</code></pre>"),
        ('{{< details "More" >}}\n**in**\n{{< /details >}}', "<strong>in</strong>"),
        ('{{% alert title="Mind" color="warning" %}}\nBody\n{{% /alert %}}', "callout"),
        ("{% raw %}{{ kept }}{% endraw %}", "{{ kept }}"),
        ("{% raw %}\n```liquid\n{% link a.md %}\n```\n{% endraw %}", "<pre><code>{% link a.md %}</code></pre>"),
        ("{{< tab lang=toml >}}\n+++\na = 1\n+++\n{{< /tab >}}", "<pre><code>+++\na = 1\n+++</code></pre>"),
        ('{{% notice color="danger" %}}\nBody\n{{% /notice %}}', "callout warning"),
        ("{{</* youtube x */>}}", "{{&lt; youtube x &gt;}}"),
        ("`{{</* youtube x */>}}`", "<code>{{&lt; youtube x &gt;}}</code>"),
        ("`{{< youtube x >}}`", "<code>{{&lt; youtube x &gt;}}</code>"),
        ("```\n{{< youtube x >}}\n```", "{{&lt; youtube x &gt;}}</code>"),
        ("~~~~\n{% if x %}\n~~~\n~~~~", "{% if x %}"),
        ("    {{ code }}", "{{ code }}</code>"),
        ("- item\n\n  ```\n  {{ code }}\n  ```", "{{ code }}</code>"),
    ],
)  # fmt: skip
def test_what_a_tag_becomes(tag: str, part: str) -> None:
    assert part in html(tag, colour="green", deep={"Colour": "blue"})


def test_an_unknown_pair_becomes_a_labelled_box_with_its_markdown() -> None:
    shown = html('{{< tab name="Linux" >}}\n- *one*\n- two\n{{< /tab >}}')
    assert 'class="unknown-shortcode"' in shown
    assert "Linux" in shown
    assert "<li><em>one</em></li>" in shown


def test_nested_tags_keep_their_order() -> None:
    text = rendered(
        "{{< tabs >}}\n{{< tab A >}}\none\n{{< /tab >}}\n{{< tab B >}}\ntwo\n{{< /tab >}}\n{{< /tabs >}}\n\nend"
    ).text
    assert text.index("one") < text.index("two") < text.index("end")


@pytest.mark.parametrize(
    "text",
    [
        "a {{< badge >}} b", "a {{% x %}} b {{% /x %}}", "{{< unclosed", "{% unclosed", "{{ .Title }}", "{{- if .x -}}a{{- end -}}",
        "{% include a.html x='y' %}", "{% for p in posts %}{{ p.title }}{% endfor %}", "{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}",
        "{{<figure src=\"a.png\">}}", "{{< x `raw \"quotes\"` y=1 >}}", "{{</ x >}}", "{{< / >}}", "{{<>}}", "{{}}", "{%%}",
        "| a | b |\n|---|---|\n| {{< x >}} | {{ y }} |", "# {{ title }}", "> {{< x >}}", "- {{< x >}}\n  {{< /x >}}",
        "{{< multi\n  line=\"yes\"\n>}}", "{% comment %}hidden{% endcomment %}", "[a]: {{ site.url }}/x\n\n[a]",
        "{: .no_toc }\ntext\n{: .note }", "* TOC\n{:toc}", "[TOC]", "{::nomarkdown}\nx\n{:/}",
    ],
)  # fmt: skip
def test_no_template_syntax_is_left_on_the_page(text: str) -> None:
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\{:|\[TOC\]", _bare(text))


def test_a_tag_that_closes_itself_is_no_half_of_a_pair() -> None:
    shown = html('{{< tab header="One" />}}\n{{< tab header="Two" >}}\nin two\n{{< /tab >}}')
    assert shown.index("One") < shown.index("</div>") < shown.index("Two") < shown.index("in two")


def test_a_label_carries_its_own_words() -> None:
    shown = html('{{< button text="Get started" link="/start" >}}')
    assert '<a href="app:/start">Get started</a>' in shown


def test_an_id_that_is_none_makes_no_address() -> None:
    assert "youtube.com" not in html('{{< youtube "../../evil?x" >}}')


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a {{< badge >}} b", '<span class="unknown-shortcode">badge</span> b'),
        ('a {{< badge "New" >}} b', '<span class="unknown-shortcode">badge: New</span> b'),
        ("a {{< kbd >}}Ctrl{{< /kbd >}} b", '<span class="unknown-shortcode">kbd</span> Ctrl b'),
        ("a {{% x %}} b", '<span class="unknown-shortcode">x</span> b'),
        ("a {{% x %}}in{{% /x %}} b", '<span class="unknown-shortcode">x</span> in b'),
        (
            '{{% button href="https://a.org" %}}Go{{% /button %}} now',
            '<a href="https://a.org">button</a></span> Go now',
        ),
        ("| {{< y >}} |\n|---|\n| b |", '<th><span class="unknown-shortcode">y</span></th>'),
        ("# T {{< x >}}", 'T <span class="unknown-shortcode">x</span></h1>'),
    ],
)
def test_an_unknown_tag_in_running_text_keeps_its_label_and_its_words(text: str, shown: str) -> None:
    assert shown in html(text)


@pytest.mark.parametrize(
    "text", ["{{% x %}}", "{{< x y >}}", "{{< tweet >}}", "{{< gist a >}}", "{{< instagram >}}"]
)
def test_what_names_no_post_is_no_link(text: str) -> None:
    assert "href" not in html(text)
    assert 'class="unknown-shortcode"' in html(text)


def test_a_video_amid_words_stays_in_line_and_one_in_a_list_is_a_card() -> None:
    assert '<a href="https://vimeo.com/5">5</a> <span class="label">(Vimeo)</span> now' in html(
        "See {{< vimeo 5 >}} now"
    )
    assert '<li><div class="offline-card">' in html("- {{< vimeo 5 >}}\n- b")


@pytest.mark.parametrize(
    "tag", ["{{% x %}}", "{{< youtube abc >}}", "{{< badge >}}", '{{< figure src="a.png" >}}']
)
def test_a_tag_in_the_place_of_an_address_leaves_only_the_words(tag: str) -> None:
    assert html(f"[words]({tag}) end") == '<p class="lead">words end</p>'


@pytest.mark.parametrize("text", ["{{< x >}}\nbody {{< /x >}}\n\nrest", "{{< x >}}body\n{{< /x >}}\n\nrest"])
def test_a_pair_of_which_one_half_stands_amid_words_does_not_swallow_what_follows(text: str) -> None:
    shown = html(text)
    assert shown.index("body") < shown.index("rest")
    assert "<div" not in shown.partition("body")[2]
    assert shown.count("<div") == shown.count("</div>")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("See https://x.org/v{{< skew v >}}/y now", "See https://x.org/v/y now"),
        ("See [it](https://x.org/{{< param none >}}/z) now", "See it now"),
        ("A {{- /* said to nobody */ -}} b", "A b"),
        ("A {{ if .X }}b{{ else }}c{{ end }}", "A bc"),
        ("A {{#each list}}b{{/each}}", "A b"),
    ],
)
def test_what_steers_a_template_leaves_nothing(text: str, plain: str) -> None:
    assert " ".join(rendered(text).text.split()) == plain


def test_an_output_over_several_lines_is_one() -> None:
    text = rendered('A {{ "a" |\n  replace: "b" }} c').text
    assert "{{" not in text
    assert text.startswith("A ")
    assert text.endswith(" c")


def test_the_words_of_a_callout_may_hold_a_link() -> None:
    html = rendered('{{< alert text="See <a href=\\"https://x.org\\">x</a>." />}}').html
    assert '<a href="https://x.org">x</a>' in html


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A {{{ raw }}} b {{{{ more }}}} c", "A raw b more c"),
        ("A {{ \"{{\" }} b {{ '{% x %}' }} c", "A {{ b {% x %} c"),
        ('{% include note.html content="A **b** {{ site.x }}" %}', "A b"),
        ('![a](b.png){: .left width="50%"}{: style="x"} c', "c"),
    ],
)
def test_braces_of_every_kind_leave_what_they_say(text: str, plain: str) -> None:
    assert " ".join(rendered(text).text.split()) == plain


def test_no_markup_gets_into_an_attribute() -> None:
    html = rendered('<img src="{{< param x >}}/a.png" alt="{{ x }} b" title="{{< y z >}}">').html
    assert html == '<img src="/a.png" alt=" b">'


def test_a_tag_in_code_that_does_not_end_hides_no_shortcode() -> None:
    assert "youtube.com" in html("Write `<img src` first. {{< youtube abc >}}")


def test_a_tag_right_behind_a_link_without_a_blank_is_no_part_of_it() -> None:
    assert "youtube.com" in html("[リンク](a.md)。{{< youtube abc >}}")


def test_code_in_a_tag_within_a_list_begins_at_the_margin() -> None:
    assert "<code>echo\n  x</code>" in html(
        "1. a\n\n    {{< highlight sh >}}\n    echo\n      x\n    {{< /highlight >}}\n"
    )
